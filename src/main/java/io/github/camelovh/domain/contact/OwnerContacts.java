// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads and changes the owners of names. Thread-safe.
 *
 * <p>Every method throws {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud cannot be reached, or
 * refuses.
 */
public final class OwnerContacts {
    private static final Operation NAMES = OperationCatalog.row("domain:list");
    private static final Operation NAME = OperationCatalog.row("domain:get");
    private static final Operation LIST = OperationCatalog.row("contact:listDomainContacts");
    private static final Operation GET = OperationCatalog.row("contact:getDomainContact");
    private static final Operation UPDATE = OperationCatalog.row("contact:updateDomainContact");
    private static final Operation FIELDS = OperationCatalog.row("contact:listFields");

    private final OvhApi api;

    public OwnerContacts(OvhApi api) {
        this.api = api;
    }

    /** The number of a name's owner contact, one call. */
    public long ownerOf(DomainName name) {
        return api.send(ApiCall.of(NAME, name.ascii()))
                .json()
                .path("whoisOwner")
                .asLong();
    }

    /**
     * The names that a contact owns, one call; OVHcloud gives each name its own contact, but older names may share one.
     */
    public List<String> namesOf(long contact) {
        return api.send(ApiCall.of(NAMES).withQuery("whoisOwner", contact)).asList(String.class);
    }

    /** One contact, one call. */
    public OwnerContact read(long id) {
        return contact(api.send(ApiCall.of(GET, id)).json());
    }

    /** All contacts of the account, one call. */
    public List<OwnerContact> all() {
        List<OwnerContact> all = new ArrayList<>();
        api.send(ApiCall.of(LIST)).json().forEach(each -> all.add(contact(each)));
        return all;
    }

    private static OwnerContact contact(JsonNode told) {
        return new OwnerContact(told.path("id").asLong(), ContactMembers.flat(told));
    }

    /** The members of a contact that the registry does not allow to change any more; one call. */
    public Set<String> readOnly(long id) {
        Set<String> fixed = new TreeSet<>();
        api.send(ApiCall.of(FIELDS, id)).json().forEach(field -> {
            if (field.path("readOnly").asBoolean()) {
                fixed.add(field.path("fieldName").asText());
            }
        });
        return fixed;
    }

    /**
     * Whether an owner is the requested one. OVHcloud copies a contact with each order, so the contents are compared,
     * not the number; one call if a path is given.
     *
     * @param path of the requested contact; null if members describe it
     * @param wished members of the requested contact; read if a path is given
     */
    public boolean isOwner(OwnerContact owner, String path, Map<String, String> wished) {
        if (path == null) {
            return differences(owner, wished).isEmpty();
        }
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        return id == owner.id() || differences(owner, read(id).members()).isEmpty();
    }

    /**
     * The members that differ from the request.
     *
     * @param wished by member; an empty text requests no value
     * @return the members that would have to change, with the requested value; empty if there is no difference
     */
    public static Map<String, String> differences(OwnerContact contact, Map<String, String> wished) {
        Map<String, String> changes = new TreeMap<>();
        wished.forEach((member, value) -> {
            String kept = contact.members().get(member);
            boolean same = value.isEmpty() ? kept == null : ContactMembers.alike(member, value, kept);
            if (!same) {
                changes.put(member, value);
            }
        });
        return changes;
    }

    /**
     * Changes members of a contact, {@code PUT /domain/contact/{contactId}}; all other members are sent back unchanged.
     * Sends nothing if there is no difference.
     *
     * @param wished by member; an empty text removes the value
     * @return the contact as OVHcloud has it afterwards
     * @throws IllegalStateException if OVHcloud did not accept the change
     */
    public OwnerContact update(long id, Map<String, String> wished) {
        OwnerContact before = read(id);
        Map<String, String> changes = differences(before, wished);
        if (changes.isEmpty()) {
            return before;
        }
        Map<String, String> members = new TreeMap<>(before.members());
        changes.forEach((member, value) -> {
            if (!value.isEmpty()) {
                members.put(member, value);
            }
        });
        ObjectNode body = ContactMembers.nested(members);
        changes.forEach((member, value) -> {
            if (value.isEmpty()) {
                takeAway(body, member);
            }
        });
        OwnerContact after =
                contact(api.send(ApiCall.of(UPDATE, id).withBody(body)).json());
        Map<String, String> left = differences(after, changes);
        if (!left.isEmpty()) {
            throw new IllegalStateException("contact " + id + " was sent to OVHcloud, but OVHcloud did not" + " accept "
                    + String.join(", ", left.keySet()) + ": check it in OVHcloud's console");
        }
        return after;
    }

    private static void takeAway(ObjectNode body, String member) {
        int dot = member.indexOf('.');
        if (dot < 0) {
            body.putNull(member);
        } else {
            body.withObjectProperty(member.substring(0, dot)).putNull(member.substring(dot + 1));
        }
    }
}
