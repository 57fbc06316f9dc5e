// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/**
 * A plan as text for an operator: a headline with the counts, then a line per write and its reason, in the order of
 * writing. Plain text without colours, also for mails and reports.
 */
final class PlanText {

    private static final int WIDEST_NAME = 40;
    private static final int ARROW = 2;
    private static final int WIDEST_TYPE = 5;
    private static final int WIDEST_TTL = 7;

    private PlanText() {}

    static String of(ZonePlan plan) {
        var text = new StringBuilder("Zone ")
                .append(plan.zone())
                .append(", serial ")
                .append(plan.serial())
                .append(": ");
        if (plan.isEmpty()) {
            return text.append("nothing to change; ")
                    .append(rest(plan))
                    .append('\n')
                    .toString();
        }
        text.append(plan.creates())
                .append(" to create, ")
                .append(plan.updates())
                .append(" to update, ")
                .append(plan.deletes())
                .append(" to delete; ")
                .append(rest(plan))
                .append('\n');
        if (plan.isImport()) {
            text.append("  Everything by one import of the whole zone, because more than ")
                    .append(plan.importAbove())
                    .append(" percent change; all records get new ids\n");
        }
        int width = plan.changes().stream()
                .mapToInt(change -> change.subject().label().length())
                .max()
                .orElse(0);
        for (ZoneChange change : plan.changes()) {
            line(text, change, Math.max(ARROW, Math.min(width, WIDEST_NAME)));
        }
        return text.append("Digest ").append(plan.digest()).append('\n').toString();
    }

    private static String rest(ZonePlan plan) {
        return plan.unchanged() + " unchanged, " + plan.leftAlone() + " left alone";
    }

    private static void line(StringBuilder text, ZoneChange change, int width) {
        if (change instanceof ZoneChange.Create create) {
            record(text, '+', create.record(), width);
        } else if (change instanceof ZoneChange.Update update) {
            record(text, '~', update.before().value(), width);
            text.append("\n    -> ").append(blanks(width - ARROW)).append(data(update.after()));
        } else if (change instanceof ZoneChange.Delete delete) {
            record(text, '-', delete.record().value(), width);
        }
        text.append("\n      (").append(change.why()).append(")\n");
    }

    private static void record(StringBuilder text, char sign, ZoneRecord record, int width) {
        String name = record.label();
        text.append("  ")
                .append(sign)
                .append(' ')
                .append(name)
                .append(blanks(width - name.length()))
                .append(' ')
                .append(data(record));
    }

    private static String data(ZoneRecord record) {
        String type = record.type().name();
        String ttl = record.ttl() == 0 ? "default" : Long.toString(record.ttl());
        return type + blanks(WIDEST_TYPE - type.length()) + " " + blanks(WIDEST_TTL - ttl.length()) + ttl + "  "
                + record.shownTarget();
    }

    /** Plans have tens of thousands of lines, for which String.format is too slow. */
    private static String blanks(int count) {
        return " ".repeat(Math.max(0, count));
    }
}
