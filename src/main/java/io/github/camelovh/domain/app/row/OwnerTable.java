// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.camelovh.domain.contact.OwnerContact;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names with the data of their owners, as {@code set-contact} rows. The user edits the file in a spreadsheet and drops
 * it again; the plan then contains the differences.
 */
public final class OwnerTable {
    private final Writer writer;
    private final CsvWriter csv;
    private final Map<Long, OwnerContact> owners = new HashMap<>();
    private final List<String> members;
    private int written;

    /**
     * Begins the table; the caller closes the writer.
     *
     * @param owners all owners of the names to come; they decide which columns there are
     */
    public OwnerTable(Writer writer, List<OwnerContact> owners) {
        this.writer = writer;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        Set<String> present = new TreeSet<>(CellReading.OWNER_NEEDS);
        owners.forEach(each -> {
            this.owners.put(each.id(), each);
            present.addAll(each.members().keySet());
        });
        this.members = Columns.OWNER_MEMBERS.stream().filter(present::contains).toList();
        List<String> columns = new ArrayList<>(List.of(Columns.ACTION, Columns.DOMAIN));
        members.forEach(member -> columns.add(Columns.OWNER + member));
        csv.writeRecord(columns);
    }

    /**
     * Writes a name.
     *
     * @param owner the number of its owner contact; null if it is not known
     * @return false if its owner is not one of the given owners, so that nothing was written
     */
    public boolean add(String domain, String owner) {
        OwnerContact contact = owner == null ? null : owners.get(Long.valueOf(owner));
        if (contact == null) {
            return false;
        }
        List<String> cells = new ArrayList<>(List.of(ContactCommand.SetContact.ACTION, domain));
        members.forEach(member -> cells.add(FormulaGuard.cell(contact.members().getOrDefault(member, ""))));
        csv.writeRecord(cells);
        written++;
        return true;
    }

    /** How many names were written. */
    public int written() {
        return written;
    }

    /** Flushes what was written. */
    public void finish() throws IOException {
        csv.flush();
        writer.flush();
    }
}
