/**
 * What an operator gets to read: the plan, the result files, the summary, the report, and tables for the terminal.
 *
 * <p>Read {@link io.github.camelovh.domain.app.result.ResultFiles} first. Rows are handed in one by one and nothing
 * here asks the ledger or the API; no file appears under its final name before it is whole, and no secret is written
 * (cells arrive masked). ArchitectureTest and ResultFilesTest hold that.
 */
package io.github.camelovh.domain.app.result;
