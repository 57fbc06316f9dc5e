/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An asynchronous operation on a name. Times are epoch milliseconds, 0 for never. */
final class TaskState {

    /** As the API names them. */
    enum Status {
        todo,
        doing,
        done,
        error,
        cancelled;

        boolean isOpen() {
            return this == todo || this == doing;
        }
    }

    long id;
    String function;
    String domain;
    Status status = Status.todo;
    String comment;
    long created;
    /** When it begins. */
    long start;
    /** When it ends, one way or the other. */
    long due;

    long updated;
    long finished;
    boolean relaunchable;
    /** The order it delivers; 0 for none. */
    long orderId;
    /** What it will set, e.g. the years of a renewal or the name servers. */
    String change;

    Map<String, Argument> arguments = new LinkedHashMap<>();

    boolean canAccelerate() {
        return status == Status.todo;
    }

    boolean canRelaunch() {
        return status == Status.error && relaunchable;
    }

    boolean canCancel() {
        return status == Status.todo
                || (function.equals("DomainIncomingTransfer") && (status == Status.doing || status == Status.error));
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

    /** A value that the task needs and that the customer may set. */
    static final class Argument {
        String key;
        String description;
        String value;

        static Argument of(String key, String description, String value) {
            Argument made = new Argument();
            made.key = key;
            made.description = description;
            made.value = value;
            return made;
        }

        ObjectNode json() {
            return Json.object(
                    "key", key,
                    "description", description,
                    "type", "string",
                    "value", value,
                    "acceptedValues", null,
                    "readOnly", false,
                    "minimumSize", null,
                    "maximumSize", null,
                    "fields", null,
                    "template", null,
                    "acceptedFormats", null);
        }
    }
}
