/**
 * The output for an operator: the plan, the result files, the summary, the report, and tables for the terminal.
 *
 * <p>Read {@link io.github.camelovh.domain.app.result.ResultFiles} first. Callers pass the rows one by one. Never here:
 * calls of the ledger or the API, files under their final name before they are complete, and secrets (cells are masked
 * already). ArchitectureTest and ResultFilesTest check that.
 */
package io.github.camelovh.domain.app.result;
