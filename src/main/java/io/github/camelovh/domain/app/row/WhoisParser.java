// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.whois.DisclosureWish;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Parses {@code set-disclosure} and {@code set-obfuscation} rows. */
final class WhoisParser implements RowParser {
    private static final Map<String, Boolean> SWITCH =
            Map.of("on", true, "yes", true, "true", true, "off", false, "no", false, "false", false);

    private final String action;

    WhoisParser(String action) {
        this.action = action;
    }

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        boolean disclosing = action.equals(ContactCommand.SetDisclosure.ACTION);
        String prefix = disclosing ? Columns.DISCLOSURE : Columns.OBFUSCATION;
        Map<String, String> cells = row.group(prefix);
        if (cells.isEmpty()) {
            row.refuse(
                    prefix + "owner",
                    "is empty, and so are the other columns " + prefix + "*",
                    disclosing
                            ? "write none, all, or fields such as: name email country"
                            : "write on or off; empty cells leave a contact unchanged");
        }
        Map<String, DisclosureWish> disclosures = new TreeMap<>();
        Map<String, Boolean> switches = new TreeMap<>();
        cells.forEach((type, text) -> {
            if (disclosing) {
                disclosure(row, prefix + type, text).ifPresent(wish -> disclosures.put(type, wish));
            } else {
                onOff(row, prefix + type, text).ifPresent(on -> switches.put(type, on));
            }
        });
        if (!row.refusals().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                disclosing
                        ? new ContactCommand.SetDisclosure(domain, disclosures)
                        : new ContactCommand.SetObfuscation(domain, switches));
    }

    /** What a filled cell wishes: fields that are to be disclosed, as text; or whether an address is obfuscated. */
    static Object value(RowCells row, String column) {
        String text = row.text(column);
        if (column.startsWith(Columns.DISCLOSURE)) {
            disclosure(row, column, text);
            return text;
        }
        return onOff(row, column, text).orElse(false);
    }

    private static Optional<DisclosureWish> disclosure(RowCells row, String column, String text) {
        try {
            return Optional.of(DisclosureWish.of(text));
        } catch (IllegalArgumentException e) {
            row.refuse(
                    column,
                    "\"" + RowCells.shown(text) + "\" cannot be disclosed",
                    "write none, all, or fields of " + String.join(", ", DisclosureWish.FIELDS));
            return Optional.empty();
        }
    }

    private static Optional<Boolean> onOff(RowCells row, String column, String text) {
        Boolean on = SWITCH.get(text.toLowerCase(Locale.ROOT));
        if (on == null) {
            row.refuse(column, "\"" + RowCells.shown(text) + "\" is neither on nor off", "write on or off");
        }
        return Optional.ofNullable(on);
    }
}
