// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.model.VisibleText;
import io.github.camelovh.domain.app.ledger.PlanCode;
import java.util.List;
import java.util.Optional;

/** What a person wants done about plans, on the way to the process that has the ledger. */
public sealed interface PlanCommand {

    /** Characters of a reason that are kept. */
    int LONGEST_REASON = 500;

    /** One method for each kind, so that a new kind is handled everywhere or does not compile. */
    interface Cases<T> {
        T approve(Approve command);

        T reject(Reject command);

        T cancel(Cancel command);

        T waiting(Waiting command);
    }

    /** Calls the method of this kind. */
    <T> T match(Cases<T> cases);

    /** The lines that {@link #read} reads. */
    List<String> lines();

    /** To carry the plan with this code out. */
    record Approve(PlanCode code) implements PlanCommand {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.approve(this);
        }

        @Override
        public List<String> lines() {
            return List.of("approve", code.text());
        }
    }

    /** To end the plan with this code. */
    record Reject(PlanCode code, String why) implements PlanCommand {
        public Reject {
            why = reason(why);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.reject(this);
        }

        @Override
        public List<String> lines() {
            return List.of("reject", code.text(), why);
        }
    }

    /** To end what is not begun of the file that has this name, or this code. */
    record Cancel(String what, String why) implements PlanCommand {
        public Cancel {
            what = reason(what);
            why = reason(why);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.cancel(this);
        }

        @Override
        public List<String> lines() {
            return List.of("cancel", what, why);
        }
    }

    /** To say which plans wait. */
    record Waiting() implements PlanCommand {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.waiting(this);
        }

        @Override
        public List<String> lines() {
            return List.of("waiting");
        }
    }

    /**
     * Reads a command.
     *
     * @param lines as {@link #lines} gave them
     * @return empty if it is none
     */
    static Optional<PlanCommand> read(List<String> lines) {
        String word = lines.isEmpty() ? "" : lines.get(0);
        Optional<PlanCode> code = lines.size() > 1 ? PlanCode.read(lines.get(1)) : Optional.empty();
        return switch (word) {
            case "approve" -> code.map(Approve::new);
            case "reject" -> code.filter(read -> lines.size() > 2).map(read -> new Reject(read, lines.get(2)));
            case "cancel" -> lines.size() > 2 ? Optional.of(new Cancel(lines.get(1), lines.get(2))) : Optional.empty();
            case "waiting" -> Optional.of(new Waiting());
            default -> Optional.empty();
        };
    }

    /** On one line, and not longer than anybody writes. */
    private static String reason(String text) {
        return VisibleText.line(text.replaceAll("\\s+", " ").strip(), LONGEST_REASON);
    }
}
