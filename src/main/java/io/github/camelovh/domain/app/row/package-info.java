/**
 * Dropped CSV files, read row by row: what came in, what each row asks for, or why it cannot be done.
 *
 * <p>Read {@link io.github.camelovh.domain.app.row.RowImport} first. Everything here is pure reading: no call to the
 * API, no database, no Camel, and nothing that grows with the size of the file but the bounded memory of
 * {@code DuplicateCheck}; ArchitectureTest and RowImportTest hold that.
 */
package io.github.camelovh.domain.app.row;
