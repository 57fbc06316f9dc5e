// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.rules.RuleField;
import io.github.camelovh.domain.rules.RuleParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An example row with the data that a registry asks for: columns with example values. */
public final class RowSample {
    private static final Map<String, String> ACTIONS = Map.of(
            "create", RowCommand.Order.ACTION,
            "transfer", RowCommand.Transfer.ACTION,
            "trade", ContactCommand.ChangeOwner.ACTION,
            "update", ContactCommand.SetContact.ACTION);
    /** Values for rules without an example. */
    private static final Map<String, String> USUAL = Map.of(
            "owner.firstName", "Camille",
            "owner.lastName", "Martin",
            "owner.email", "camille.martin@example.com",
            "owner.phone", "+33.123456789",
            "owner.language", "en_GB",
            "owner.legalForm", "individual",
            "owner.address.line1", "18 rue de la Paix",
            "owner.address.city", "Paris",
            "owner.address.country", "FR");

    private RowSample() {}

    /**
     * The row's cells by column, in a file's order.
     *
     * @param ruleAction the action of the rule: create, transfer, trade or update
     * @param fields the data that the rule asks for
     */
    public static Map<String, String> of(DomainName domain, String ruleAction, List<RuleField> fields) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(Columns.ACTION, ACTIONS.get(ruleAction));
        row.put(Columns.DOMAIN, domain.ascii());
        if (ruleAction.equals("create") || ruleAction.equals("transfer")) {
            row.put(Columns.PERIOD, "1");
        }
        if (ruleAction.equals("transfer")) {
            row.put(Columns.NAME_SERVERS, "keep");
        }
        for (RuleField field : fields) {
            String column = RuleParameters.nameOf(field.path());
            // The values besides the contacts are short, and the cart asks for them even if the rule only mentions
            // them.
            boolean wanted = field.need() != RuleField.Need.OPTIONAL || column.startsWith(Columns.CONFIG);
            if (wanted
                    && !"contact".equals(field.type())
                    && Columns.properName(column).isPresent()) {
                row.put(column, example(column, field));
            }
        }
        CellReading.OWNER_NEEDS.forEach(
                member -> row.computeIfAbsent(Columns.OWNER + member, column -> USUAL.getOrDefault(column, "")));
        return row;
    }

    private static String example(String column, RuleField field) {
        String told = field.example() == null ? USUAL.getOrDefault(column, "") : field.example();
        return field.oneOf().isEmpty() || field.oneOf().contains(told)
                ? told
                : field.oneOf().get(0);
    }
}
