/**
 * Reads dropped CSV files row by row: the request of each row, or why it cannot be executed.
 *
 * <p>Read {@link io.github.camelovh.domain.app.row.RowImport} first. Never here: calls to the API, a database, or
 * Camel, and memory that grows with the size of the file, except the limited memory of {@code DuplicateCheck}.
 * ArchitectureTest and RowImportTest check that.
 */
package io.github.camelovh.domain.app.row;
