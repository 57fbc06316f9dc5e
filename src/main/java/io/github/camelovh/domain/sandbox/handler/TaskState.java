// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An asynchronous operation on a name. Times are epoch milliseconds, 0 for never. */
final class TaskState {

    static final String INCOMING = "DomainIncomingTransfer";
    static final String OUTGOING = "DomainOutgoingTransfer";

    /** As the API names them. */
    enum Status {
        todo,
        doing,
        done,
        error,
        cancelled,
        problem;

        /** Whether it is under way, in trouble of OVHcloud's own or not. */
        boolean isOpen() {
            return this == todo || this == doing || this == problem;
        }
    }

    long id;
    String function;
    String domain;
    Status status = Status.todo;
    String comment;
    long created;
    /** When it was last begun: when it was made, relaunched or healed. */
    long planned;
    /** When it is looked at first. */
    long start;
    /** When it ends, one way or the other, or goes on to its next step. */
    long due;

    long updated;
    long finished;
    boolean relaunchable;
    /** The order it delivers; 0 for none. */
    long orderId;
    /** What it will set, e.g. the years of a renewal or the name servers. */
    String change;
    /** How far a transfer has come; null while it has not begun. */
    TransferStep step;
    /** The token of the mail that somebody has to answer; null for none. */
    String token;
    /** Whether that somebody has agreed. */
    boolean agreed;
    /** The same of a second person, where two are asked. */
    String otherToken;

    boolean otherAgreed;
    /** When trouble on OVHcloud's side is over by itself; 0 for none of that kind. */
    long heals;
    /** Whether such trouble is over. */
    boolean healed;
    /** Made by a tester: when its time has come, there is nothing to do. */
    boolean made;

    Map<String, Argument> arguments = new LinkedHashMap<>();

    boolean canAccelerate() {
        return status == Status.todo;
    }

    boolean canRelaunch() {
        return status == Status.error && relaunchable;
    }

    /** A transfer can be called off until the losing registrar has let the name go. */
    boolean canCancel() {
        if (function.equals(OUTGOING)) {
            return false;
        }
        return status == Status.todo
                || (function.equals(INCOMING)
                        && (status == Status.doing || status == Status.error)
                        && step != TransferStep.ACCEPTED);
    }

    /** Whether it waits for OVHcloud to mend its own trouble. */
    boolean isHealing() {
        return heals != 0 && (status == Status.problem || (status == Status.error && !relaunchable));
    }

    ObjectNode json() {
        return Json.object(
                "id", id,
                "function", function,
                "domain", domain,
                "status", status.name(),
                "comment", comment,
                "creationDate", Json.dateTime(created),
                "todoDate", Json.dateTime(start),
                "lastUpdate", Json.dateTime(updated),
                "doneDate", Json.dateTime(finished),
                "canAccelerate", canAccelerate(),
                "canRelaunch", canRelaunch(),
                "canCancel", canCancel(),
                "type", "domain");
    }

    /** A value that the task needs and that the customer may set. Members that do not apply are null. */
    static final class Argument {
        String key;
        String description;
        /** {@code string}, {@code /me/contact} (the value is an id) or {@code /me/document} (the value is a UUID). */
        String type = "string";

        String value;
        List<String> acceptedValues;
        boolean readOnly;
        Long minimumSize;
        Long maximumSize;
        /** What to correct of a contact. */
        List<String> fields;

        String template;
        List<String> acceptedFormats;

        static Argument of(String key, String value) {
            Argument made = new Argument();
            made.key = key;
            made.description = "Update " + key + " with valid content";
            made.value = value;
            return made;
        }

        ObjectNode json() {
            return Json.object(
                    "key", key,
                    "description", description,
                    "type", type,
                    "value", value,
                    "acceptedValues", acceptedValues,
                    "readOnly", readOnly,
                    "minimumSize", minimumSize,
                    "maximumSize", maximumSize,
                    "fields", fields,
                    "template", template,
                    "acceptedFormats", acceptedFormats);
        }
    }
}
