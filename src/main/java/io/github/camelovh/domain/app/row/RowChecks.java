// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.util.List;
import java.util.Optional;

/** The checks of a parsed row; each is independent. One object per file, one thread. */
final class RowChecks {
    /** One check; empty = no objection. */
    @FunctionalInterface
    private interface Check {
        Optional<RowRefusal> look(long line, RowCommand command);
    }

    private final DuplicateCheck seen = new DuplicateCheck();
    private final ReadOptions options;
    private final List<Check> checks = List.of(this::extension, this::duplicate, this::ownersTwice);

    RowChecks(ReadOptions options) {
        this.options = options;
    }

    /** All objections against the row. */
    List<RowRefusal> refusals(long line, RowCommand command) {
        return checks.stream()
                .map(check -> check.look(line, command))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RowRefusal> extension(long line, RowCommand command) {
        String extension = command.domain().extension();
        boolean bought = command instanceof RowCommand.Bought;
        if (!bought || options.extensionSold().test(extension)) {
            return Optional.empty();
        }
        int dot = extension.indexOf('.');
        if (dot > 0 && options.extensionSold().test(extension.substring(dot + 1))) {
            return Optional.of(new RowRefusal(
                    Columns.DOMAIN,
                    "\"" + command.domain().ascii() + "\" is a name below " + extension,
                    "write the name that can be registered: " + extension));
        }
        return Optional.of(new RowRefusal(
                Columns.DOMAIN, "the extension ." + extension + " is not sold here", "remove the row from the file"));
    }

    private Optional<RowRefusal> duplicate(long line, RowCommand command) {
        long earlier = seen.earlierLine(command.asked(), command.domain().ascii(), line);
        return earlier == 0
                ? Optional.empty()
                : Optional.of(new RowRefusal(
                        Columns.DOMAIN,
                        what(command) + " is already in line " + earlier,
                        "remove one of the two rows"));
    }

    private static String what(RowCommand command) {
        String name = command.domain().ascii();
        return command.asked().equals(command.action()) ? name : "the " + command.asked() + " of " + name;
    }

    private Optional<RowRefusal> ownersTwice(long line, RowCommand command) {
        if (command instanceof RowCommand.Bought order
                && order.config().containsKey("OWNER_CONTACT")
                && (order.ownerContact() != null || !order.owner().isEmpty())) {
            return Optional.of(new RowRefusal(
                    Columns.CONFIG + "OWNER_CONTACT",
                    "has an owner besides the owner columns",
                    "write the owner once"));
        }
        return Optional.empty();
    }
}
