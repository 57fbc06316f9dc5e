/**
 * The wiring of the runnable product: settings, ledger, services, the component and the Camel context that runs
 * {@code routes/*.camel.yaml}.
 *
 * <p>Read {@code Application} first. Decisions about rows belong to {@code app.job}, words for the terminal to
 * {@code app.cli}; the sandbox is not known here, which ArchitectureTest holds.
 */
package io.github.camelovh.domain.app.runtime;
