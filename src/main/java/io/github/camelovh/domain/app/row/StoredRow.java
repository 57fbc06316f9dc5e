// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A row as it is stored between reading and result: column names with their cells, secrets masked, personal cells
 * encrypted. It contains everything that is needed to parse the row again and to repeat it in a result file.
 *
 * @param columns names of the input columns in the file's order
 * @param cells one cell for each
 */
public record StoredRow(List<String> columns, List<String> cells) {
    /** The prefix of an encrypted cell. */
    public static final String SEALED = "sealed:";

    private static final ObjectMapper JSON = new ObjectMapper();

    public StoredRow {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
        if (columns.size() != cells.size()) {
            throw new IllegalArgumentException(columns.size() + " columns but " + cells.size() + " cells");
        }
    }

    /** The stored form of a row that was read. */
    public static StoredRow of(RowHeader header, ReadRow row) {
        return new StoredRow(header.columns(), row.cells());
    }

    /**
     * The row with encrypted personal cells.
     *
     * @param seal encrypts a text; its result has no quotes
     */
    public StoredRow sealed(UnaryOperator<String> seal) {
        return mapped((column, cell) ->
                column.startsWith(Columns.OWNER) && !cell.isEmpty() ? SEALED + seal.apply(cell) : cell);
    }

    /**
     * The reverse of {@link #sealed}; cells that are not encrypted stay unchanged.
     *
     * @param open decrypts a result of {@code seal}
     */
    public StoredRow opened(UnaryOperator<String> open) {
        return mapped((column, cell) -> column.startsWith(Columns.OWNER) && cell.startsWith(SEALED)
                ? open.apply(cell.substring(SEALED.length()))
                : cell);
    }

    /** As plans show it: a cell that describes a person only says that there is one. */
    public StoredRow masked() {
        return mapped((column, cell) -> Columns.isSecret(column) && !cell.isEmpty() ? RowImport.MASK : cell);
    }

    private StoredRow mapped(BinaryOperator<String> change) {
        List<String> changed = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            changed.add(change.apply(columns.get(i), cells.get(i)));
        }
        return new StoredRow(columns, changed);
    }

    private boolean isZone() {
        return columns.equals(List.of(Columns.ACTION, Columns.DOMAIN, SyncZone.RECORDS))
                && cells.get(0).equals(SyncZone.ACTION);
    }

    /** As result files repeat it: the records of a zone would fill pages. */
    public StoredRow shown() {
        return isZone() ? new StoredRow(columns.subList(0, 2), cells.subList(0, 2)) : this;
    }

    /** One JSON object: column to cell, in order. */
    public String toJson() {
        Map<String, String> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), cells.get(i));
        }
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written as JSON", e);
        }
    }

    /**
     * The reverse of {@link #toJson()}.
     *
     * @throws IllegalArgumentException if the text was not written by {@link #toJson()}
     */
    public static StoredRow fromJson(String json) {
        try {
            Map<String, String> object = JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
            return new StoredRow(new ArrayList<>(object.keySet()), new ArrayList<>(object.values()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not a stored row", e);
        }
    }

    /**
     * Parses the row again. A row that was accepted once is accepted again by the same release and options. Checks that
     * need other rows (duplicates) or the catalog are not made.
     */
    public Optional<RowCommand> command(ReadOptions options, RowParsers actions) {
        if (isZone()) {
            return Optional.of(SyncZone.of(this));
        }
        RowHeader header = new RowHeader(columns, FileFormat.plain());
        return actions.parse(new RowCells(header, cells), options);
    }
}
