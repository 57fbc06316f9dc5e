// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data that tasks ask the customer for: their arguments, the values that these accept, and what is still wrong. */
final class TaskArguments {

    /** The auth code of a transfer. */
    static final String AUTH_INFO = "authInfo";

    private static final String REASON = "legitimacyAfnic";
    private static final String REASON_WANTED =
            "You have to explain in a few words how you'd like to use this domain name"
                    + " (AFNIC will use it to decide if you can register this domain)";
    private static final List<String> BIRTH = List.of("birthDay", "birthCity");
    private static final List<String> FORMATS = List.of("pdf", "jpg", "jpeg", "png");
    private static final long SHORTEST_REASON = 20;
    private static final long LONGEST_REASON = 255;
    private static final long LARGEST_DOCUMENT = 5_000_000;

    private final SandboxWorld world;
    private final Account account;
    private final Extensions extensions;

    TaskArguments(SandboxWorld world, Account account, Extensions extensions) {
        this.world = world;
        this.account = account;
        this.extensions = extensions;
    }

    /**
     * Sets the arguments of a new task.
     *
     * @param ordered the configurations of its order by label; empty if it has none
     */
    void give(TaskState task, Map<String, String> ordered) {
        if (task.function.equals(TaskState.INCOMING)) {
            SoldName name = SoldName.of(task.domain, extensions);
            if (name.extension() == null || name.extension().code()) {
                add(task, TaskState.Argument.of(AUTH_INFO, ordered.get("AUTH_INFO")));
            }
        } else if (task.function.equals("DomainCreate")) {
            giveToRegistration(task, SoldName.of(task.domain, extensions), ordered);
        }
    }

    private void giveToRegistration(TaskState task, SoldName name, Map<String, String> ordered) {
        if (name.wantsReason(extensions)) {
            add(task, TaskState.Argument.of(REASON, ordered.get("REASON")));
        }
        boolean all = name.label().startsWith("papers-");
        if (all || name.label().startsWith("reason-")) {
            add(task, sizedReason(task));
        }
        if (all || name.label().startsWith("choice-")) {
            TaskState.Argument choice = TaskState.Argument.of("registrantType", null);
            choice.acceptedValues = List.of("individual", "company", "association");
            add(task, choice);
        }
        if (all || name.label().startsWith("contact-")) {
            add(task, ownerContact(ordered.get("OWNER_CONTACT")));
        }
        if (all || name.label().startsWith("document-")) {
            TaskState.Argument document = TaskState.Argument.of("identityDocument", null);
            document.type = "/me/document";
            document.acceptedFormats = FORMATS;
            document.minimumSize = 1L;
            document.maximumSize = LARGEST_DOCUMENT;
            add(task, document);
        }
        if (all) {
            TaskState.Argument reference = TaskState.Argument.of("registryReference", "REG-" + task.id);
            reference.description = "Reference of the request at the registry";
            reference.readOnly = true;
            add(task, reference);
        }
    }

    private static void add(TaskState task, TaskState.Argument argument) {
        task.arguments.put(argument.key, argument);
    }

    private static TaskState.Argument sizedReason(TaskState task) {
        TaskState.Argument reason = TaskState.Argument.of("legitimacy", null);
        reason.minimumSize = SHORTEST_REASON;
        reason.maximumSize = LONGEST_REASON;
        reason.template = "I use " + task.domain + " for ...";
        return reason;
    }

    /** Its value is a contact from the start; the customer must correct that contact. */
    private TaskState.Argument ownerContact(String reference) {
        long id;
        if (reference == null) {
            ObjectNode made = Contacts.ofAccount(account.me);
            id = world.ids().next();
            made.put("id", id);
            account.contacts.put(id, made);
        } else {
            id = Contacts.idOf(reference);
        }
        TaskState.Argument contact = TaskState.Argument.of("ownerContact", String.valueOf(id));
        contact.type = "/me/contact";
        contact.fields = BIRTH;
        return contact;
    }

    /** The owner contact that a task was given, in the form of a configuration; empty if it asks for none. */
    static Optional<String> owner(TaskState task) {
        return Optional.ofNullable(task.arguments.get("ownerContact")).map(argument -> "/me/contact/" + argument.value);
    }

    /** Why the registry rejects the current arguments of a registration; empty if it accepts them. */
    Optional<String> wrong(TaskState task) {
        return task.arguments.values().stream()
                .filter(argument -> !argument.readOnly)
                .flatMap(argument -> wrong(argument).stream())
                .findFirst();
    }

    private Optional<String> wrong(TaskState.Argument argument) {
        if (argument.value == null || argument.value.isBlank()) {
            return Optional.of(argument.key.equals(REASON) ? REASON_WANTED : argument.key + " is missing");
        }
        return switch (argument.type) {
            case "/me/contact" ->
                orEmpty(argument.fields).stream()
                        .filter(field -> blank(contact(argument.value), field))
                        .findFirst()
                        .map(field -> "The contact " + argument.value + " is refused by the registry: " + field
                                + " is missing");
            case "/me/document" -> wrong(argument, account.documents.get(argument.value));
            default -> Optional.empty();
        };
    }

    private static List<String> orEmpty(List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    private static boolean outside(TaskState.Argument argument, long size) {
        return (argument.minimumSize != null && size < argument.minimumSize)
                || (argument.maximumSize != null && size > argument.maximumSize);
    }

    private ObjectNode contact(String id) {
        return account.contacts.getOrDefault(Long.valueOf(id), Json.object());
    }

    private static boolean blank(JsonNode contact, String field) {
        return contact.at("/" + field.replace('.', '/')).asText("").isBlank();
    }

    private static Optional<String> wrong(TaskState.Argument argument, DocumentState document) {
        if (document == null) {
            return Optional.of("The document " + argument.value + " does not exist any more");
        }
        if (document.content == null) {
            return Optional.of("The document " + document.name + " has no content: nothing was put to its putUrl");
        }
        if (argument.acceptedFormats != null && !argument.acceptedFormats.contains(document.format())) {
            return Optional.of(
                    "The document " + document.name + " is none of " + String.join(", ", argument.acceptedFormats));
        }
        return outside(argument, document.size())
                ? Optional.of("The document " + document.name + " has " + document.size() + " bytes, not "
                        + argument.minimumSize + " to " + argument.maximumSize)
                : Optional.empty();
    }

    /** Sets a value, if the argument accepts it; an empty or missing value removes the current one. */
    void set(TaskState.Argument argument, String value) {
        if (argument.readOnly) {
            throw Refuse.readOnlyMember("value");
        }
        if (value != null && !value.isEmpty()) {
            refuse(argument, value);
        }
        argument.value = value;
    }

    private void refuse(TaskState.Argument argument, String value) {
        if (argument.acceptedValues != null && !argument.acceptedValues.contains(value)) {
            throw Refuse.badRequest(
                    "The value of " + argument.key + " must be one of " + String.join(", ", argument.acceptedValues));
        }
        switch (argument.type) {
            case "/me/contact" -> {
                if (!value.matches("\\d{1,18}") || !account.contacts.containsKey(Long.valueOf(value))) {
                    throw Refuse.badRequest("The value of " + argument.key + " must be the id of a contact");
                }
            }
            case "/me/document" -> {
                if (!account.documents.containsKey(value)) {
                    throw Refuse.badRequest("The value of " + argument.key + " must be the id of a document");
                }
            }
            default -> {
                if (outside(argument, value.length())) {
                    throw Refuse.badRequest("The value of " + argument.key + " must have " + argument.minimumSize
                            + " to " + argument.maximumSize + " characters, not " + value.length());
                }
            }
        }
    }
}
