// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds or creates contacts for owners that a row describes member by member. An existing contact of the account is
 * used again, so that a purchase that continues after a restart has the same owner; two rows with the same owner share
 * one contact. Thread-safe.
 */
public final class OwnerContactRegistry {
    private static final Operation GET = OperationCatalog.row("contact:get");
    private static final Operation CREATE = OperationCatalog.row("contact:create");
    private static final Operation CREATE_RICHER = OperationCatalog.row("contact:createDomainContact");
    /** Pages are tried as well, which the catalog does not promise. */
    private static final ListRequest LIST =
            ListRequest.of(OperationCatalog.row("contact:list")).offering(EnumSet.allOf(ListStrategy.class));

    private final Supplier<OvhApi> api;
    private final Map<Long, Map<String, String>> known = new LinkedHashMap<>();
    private boolean listed;

    public OwnerContactRegistry(Supplier<OvhApi> api) {
        this.api = api;
    }

    /**
     * The contact for an owner, created if there is none.
     *
     * @param members named as in the API, {@code address.city}
     * @return its path, {@code /me/contact/123}
     */
    public synchronized String pathOf(Map<String, String> members) {
        if (!listed) {
            list();
        }
        Optional<Long> before = smallest(members);
        if (before.isPresent()) {
            return path(before.get());
        }
        listed = false; // if the answer is lost, the contact may exist
        JsonNode made = api.get().send(making(members)).json();
        remember(made);
        list();
        return path(smallest(members).orElse(made.path("id").asLong()));
    }

    /** Uses the richer of the two routes if the other one does not have a member; ids are the same. */
    private static ApiCall making(Map<String, String> members) {
        return ApiCall.of(ContactMembers.NAMES.containsAll(members.keySet()) ? CREATE : CREATE_RICHER)
                .withBody(ContactMembers.nested(members));
    }

    private static String path(long id) {
        return ApiPath.of(GET.path(), id);
    }

    private void list() {
        api.get().pages(LIST, JsonNode.class, part -> part.found().forEach(this::remember));
        listed = true;
    }

    /** If two nodes created the same contact at once, both find this one. */
    private Optional<Long> smallest(Map<String, String> members) {
        return known.entrySet().stream()
                .filter(contact -> members.entrySet().stream()
                        .allMatch(member -> ContactMembers.alike(
                                member.getKey(),
                                member.getValue(),
                                contact.getValue().get(member.getKey()))))
                .map(Map.Entry::getKey)
                .min(Long::compare);
    }

    private void remember(JsonNode contact) {
        known.put(contact.path("id").asLong(), ContactMembers.flat(contact));
    }
}
