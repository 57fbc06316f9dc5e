/**
 * The command line {@code ovh-domain}: one small class for each sub-command, on top of {@code app.runtime}.
 *
 * <p>Read {@code OvhDomainCli} first. {@code CliErrors} is the only class that turns a failure into a sentence and an
 * exit code. No class here decides about money or rows. Only this package prints, and only this package of the
 * application uses the sandbox, for {@code demo} and {@code sandbox}. ArchitectureTest checks both.
 */
package io.github.camelovh.domain.app.cli;
