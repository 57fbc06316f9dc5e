/**
 * The command line {@code ovh-domain}: one class for each sub-command, thin, over {@code app.runtime}.
 *
 * <p>Read {@code OvhDomainCli} first; {@code CliErrors} is the one place that turns a failure into a sentence and an exit
 * code. Nothing may be decided here about money or rows. Only this package prints, and only it knows the sandbox, for
 * {@code demo} and {@code sandbox}; ArchitectureTest holds both.
 */
package io.github.camelovh.domain.app.cli;
