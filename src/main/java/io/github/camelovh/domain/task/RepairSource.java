// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule of an operator: where the value of a task's argument comes from. Pure, immutable.
 *
 * @param function only tasks of this function, such as {@code DomainCreate}; {@link #ANY} for all
 * @param argument only the argument of this key; {@link #ANY} for all
 * @param from the kind of source
 * @param value {@link From#ROW}: {@code authCode}, {@code config.LABEL}, or {@code config.*} for the label with the
 * argument's name; {@link From#CONTACT}: a contact's number; {@link From#DOCUMENT}: a document's id; {@link From#TEXT}:
 * the value itself. Never shown
 */
public record RepairSource(String function, String argument, From from, String value) implements RepairRule {

    /** Means all functions, or all arguments. */
    public static final String ANY = "any";

    private static final String AUTH_CODE = "authCode";
    private static final String CONFIG = "config.";
    private static final String SAME_NAME = CONFIG + "*";
    private static final Pattern COLUMN = Pattern.compile("authCode|config\\.(\\*|\\w+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** Where a value comes from. */
    public enum From {
        /** A column of the row that ordered the name. */
        ROW,
        /** A contact of the account, for arguments of type {@code /me/contact}. */
        CONTACT,
        /** A document of the account, for arguments of type {@code /me/document}. */
        DOCUMENT,
        /** A text that is the same for all names. */
        TEXT
    }

    /**
     * @throws IllegalArgumentException if a part is missing, or the value is not valid for its source; the value is not
     * shown
     */
    public RepairSource {
        if (function == null || function.isBlank() || argument == null || argument.isBlank() || from == null) {
            throw new IllegalArgumentException("a rule needs function, argument and from");
        }
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the rule for " + argument + " has no value");
        }
        if (from == From.ROW && !COLUMN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the column of the rule for " + argument + " must be authCode, config.LABEL or config.*");
        }
        if (from == From.CONTACT && !NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException("the contact of the rule for " + argument + " must be a number");
        }
        if (from == From.DOCUMENT && !UUID.matcher(value).matches()) {
            throw new IllegalArgumentException("the document of the rule for " + argument
                    + " must be an id such as 00000000-0000-4000-8000-000000000001");
        }
    }

    @Override
    public Optional<Proposal> propose(DomainTask task, TaskArgument wanted, RepairFacts facts) {
        if (!(function.equals(ANY) || function.equals(task.function()))
                || !(argument.equals(ANY) || argument.equals(wanted.key()))) {
            return Optional.empty();
        }
        return switch (from) {
            case ROW -> ofRow(task, wanted, facts);
            case CONTACT -> ofType("/me/contact", wanted, "the contact of the repair rules");
            case DOCUMENT -> ofType("/me/document", wanted, "the document of the repair rules");
            case TEXT -> Optional.of(new Proposal.Mend(wanted.key(), value, "the text of the repair rules"));
        };
    }

    private Optional<Proposal> ofType(String type, TaskArgument wanted, String because) {
        return type.equals(wanted.type())
                ? Optional.of(new Proposal.Mend(wanted.key(), value, because))
                : Optional.empty();
    }

    private Optional<Proposal> ofRow(DomainTask task, TaskArgument wanted, RepairFacts facts) {
        if (value.equals(AUTH_CODE)) {
            AuthCode code = facts.authCode();
            return Optional.of(
                    code == null
                            ? new Proposal.Ask("the auth code of " + task.domain()
                                    + " is missing: get it from the current registrar and supply it as authCode")
                            : new Proposal.Mend(wanted.key(), code.secret(), "the given auth code"));
        }
        boolean sameName = value.equals(SAME_NAME);
        String label = sameName ? wanted.key() : value.substring(CONFIG.length());
        Optional<Proposal> given = facts.labels().entrySet().stream()
                .filter(each -> sameName
                        ? each.getKey().equalsIgnoreCase(label)
                        : each.getKey().equals(label))
                .map(Map.Entry::getValue)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> new Proposal.Mend(wanted.key(), text, "the given " + label));
        return given.isPresent() || sameName
                ? given
                : Optional.of(new Proposal.Ask("task " + task.id() + " (" + task.function() + " of " + task.domain()
                        + ") wants " + wanted.key()
                        + (wanted.description() == null ? "" : " (" + wanted.description() + ")")
                        + ": supply a few words as config." + label));
    }

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return "RepairSource[" + function + ", " + argument + ", " + from + "]";
    }
}
