// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /me}, {@code /me/contact} and {@code /domain/contact}. */
final class ContactRoutes {

    private static final Set<String> MANDATORY = Set.of(
            "firstName",
            "lastName",
            "email",
            "language",
            "legalForm",
            "phone",
            "address.line1",
            "address.city",
            "address.country");

    private final SandboxWorld world;
    private final Account account;

    ContactRoutes(SandboxWorld world, Account account) {
        this.world = world;
        this.account = account;
    }

    void register(Routes routes) {
        routes.on("GET", "/me", request -> SandboxAnswer.ok(account.me));
        routes.on("PUT", "/me", this::updateAccount);
        routes.on(
                "GET",
                "/me/contact",
                request -> SandboxAnswer.ok(Json.list(world.unordered(List.copyOf(account.contacts.keySet())))));
        routes.on("GET", "/me/contact/{contactId}/fields", this::fields);
        routes.on("GET", "/domain/contact", this::all);
        both(routes, "/me/contact", false);
        both(routes, "/domain/contact", true);
    }

    private void both(Routes routes, String path, boolean rich) {
        routes.on("POST", path, request -> SandboxAnswer.ok(Contacts.shown(create(request), rich)));
        routes.on("GET", path + "/{contactId}", request -> SandboxAnswer.ok(Contacts.shown(contact(request), rich)));
        routes.on("PUT", path + "/{contactId}", request -> {
            ObjectNode changed = contact(request).deepCopy();
            Contacts.merge(changed, request.body());
            account.contacts.put(changed.get("id").asLong(), changed);
            return SandboxAnswer.ok(Contacts.shown(changed, rich));
        });
    }

    private ObjectNode contact(SandboxRequest request) {
        long id = request.id("contactId");
        ObjectNode contact = account.contacts.get(id);
        if (contact == null) {
            throw Refuse.noSuchObject(id);
        }
        return contact;
    }

    private ObjectNode create(SandboxRequest request) {
        ObjectNode made = Json.object();
        Contacts.merge(made, request.body());
        long id = world.ids().next();
        made.put("id", id);
        account.contacts.put(id, made);
        return made;
    }

    private SandboxAnswer all(SandboxRequest request) {
        ArrayNode shown = Json.list();
        account.contacts.values().forEach(contact -> shown.add(Contacts.shown(contact, true)));
        return SandboxAnswer.ok(shown);
    }

    private SandboxAnswer fields(SandboxRequest request) {
        ObjectNode contact = contact(request);
        ArrayNode fields = Json.list();
        for (String member : Contacts.SHORT) {
            fields.add(field(contact, member));
        }
        for (String member : List.of("line1", "line2", "line3", "zip", "city", "country", "province", "otherDetails")) {
            fields.add(field(contact, "address." + member));
        }
        return SandboxAnswer.ok(fields);
    }

    private static ObjectNode field(ObjectNode contact, String member) {
        return Json.object(
                "fieldName", member,
                "mandatory", MANDATORY.contains(member),
                "readOnly", Contacts.isReadOnly(contact, member));
    }

    private SandboxAnswer updateAccount(SandboxRequest request) {
        for (Map.Entry<String, JsonNode> member : request.body().properties()) {
            account.me.set(member.getKey(), member.getValue());
        }
        return SandboxAnswer.nothing();
    }
}
