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

    /** The statuses, with the names that the API uses. */
    enum Status {
        todo,
        doing,
        done,
        error,
        cancelled,
        problem;

        /** Whether it is not over yet; problems on OVHcloud's side included. */
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
    /** When it was last started: created, relaunched or healed. */
    long planned;
    /** When it is processed first. */
    long start;
    /** When it ends, or continues with its next step. */
    long due;

    long updated;
    long finished;
    boolean relaunchable;
    /** The order that it delivers; 0 for none. */
    long orderId;
    /** The value that it will set, e.g. the years of a renewal or the name servers. */
    String change;
    /** The step of a transfer; null before it has begun. */
    TransferStep step;
    /** The token of the mail that somebody must answer; null for none. */
    String token;
    /** Whether that person has agreed. */
    boolean agreed;
    /** The token for a second person, if two are asked. */
    String otherToken;

    boolean otherAgreed;
    /** When a problem on OVHcloud's side ends by itself; 0 for no such problem. */
    long heals;
    /** Whether such a problem is over. */
    boolean healed;
    /** Created by a tester: there is nothing to execute at its end. */
    boolean made;

    Map<String, Argument> arguments = new LinkedHashMap<>();

    boolean canAccelerate() {
        return status == Status.todo;
    }

    boolean canRelaunch() {
        return status == Status.error && relaunchable;
    }

    /** A transfer can be cancelled until the losing registrar has accepted it. */
    boolean canCancel() {
        if (function.equals(OUTGOING)) {
            return false;
        }
        return status == Status.todo
                || (function.equals(INCOMING)
                        && (status == Status.doing || status == Status.error)
                        && step != TransferStep.ACCEPTED);
    }

    /** Whether it waits for OVHcloud to solve its own problem. */
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

    /** A value that the task needs and the customer can set. Members that do not apply are null. */
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
        /** The fields of a contact that must be corrected. */
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
