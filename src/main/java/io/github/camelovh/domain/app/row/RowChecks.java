// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.util.List;
import java.util.Optional;

/** What an understood row is still held against; each check is a question of its own. One object per file, one thread. */
final class RowChecks {
    /** One question; empty = nothing against it. */
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

    /** All that speaks against the row. */
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
                Columns.DOMAIN, "the extension ." + extension + " is not sold here", "take the row out of the file"));
    }

    private Optional<RowRefusal> duplicate(long line, RowCommand command) {
        long earlier = seen.earlierLine(command.asked(), command.domain().ascii(), line);
        return earlier == 0
                ? Optional.empty()
                : Optional.of(new RowRefusal(
                        Columns.DOMAIN,
                        what(command) + " stands in line " + earlier + " already",
                        "take one of the two rows out"));
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
                    "names an owner besides the owner columns",
                    "name the owner once"));
        }
        return Optional.empty();
    }
}
