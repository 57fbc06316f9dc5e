// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The accounts (nichandles) with the roles of a name, and changes of them, to which each side agrees by a token from a
 * mail. Thread-safe.
 *
 * <p>Every method throws {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud cannot be reached, or
 * refuses.
 */
public final class AccountRoles {
    /** The roles that can be given to another account. */
    public static final List<String> ROLES = List.of("contactAdmin", "contactTech", "contactBilling");

    private static final Operation INFOS = OperationCatalog.row("domain:getServiceInfos");
    private static final Operation CHANGE = OperationCatalog.row("domain:changeContact");
    /** Pages are tried as well, which the catalog does not promise. */
    private static final ListRequest TASKS = ListRequest.of(OperationCatalog.row("contact:listContactChanges"))
            .offering(EnumSet.allOf(ListStrategy.class));

    private static final Set<String> OPEN = Set.of("todo", "validatingByCustomers", "checkValidity", "doing");

    private final OvhApi api;

    public AccountRoles(OvhApi api) {
        this.api = api;
    }

    /** The account of each role of a name, one call. */
    public Map<String, String> accounts(DomainName name) {
        JsonNode infos = api.send(ApiCall.of(INFOS, name.ascii())).json();
        Map<String, String> accounts = new TreeMap<>();
        ROLES.forEach(role -> accounts.put(role, infos.path(role).asText("")));
        return accounts;
    }

    /**
     * The changes of a name's roles that have not ended, read now.
     *
     * @param to the account that gets the roles
     */
    private List<AccountChange> open(DomainName name, String to) {
        return api.list(TASKS.withQuery("toAccount", to), JsonNode.class).found().stream()
                .map(AccountRoles::change)
                .filter(each -> each.domain().equalsIgnoreCase(name.ascii()) && each.isOpen())
                .toList();
    }

    /**
     * Requests other accounts, {@code POST /domain/{serviceName}/changeContact}; sent once.
     *
     * @param wished nichandles by role
     */
    private void change(DomainName name, Map<String, String> wished) {
        api.send(ApiCall.of(CHANGE, name.ascii()).withBody(wished));
    }

    /**
     * Requests what is neither set nor requested already.
     *
     * @param wished nichandles by role
     * @return the open changes that lead to it; empty if it is set already
     */
    public List<AccountChange> ask(DomainName name, Map<String, String> wished) {
        Map<String, String> missing = missing(accounts(name), wished);
        Map<String, String> unasked = new TreeMap<>(missing);
        underWay(name, missing).forEach(change -> unasked.remove(change.role()));
        if (!unasked.isEmpty()) {
            change(name, unasked);
        }
        return underWay(name, missing);
    }

    /** The requested roles that are not set. */
    public static Map<String, String> missing(Map<String, String> held, Map<String, String> wished) {
        Map<String, String> missing = new TreeMap<>(wished);
        missing.entrySet().removeIf(each -> each.getValue().equals(held.get(each.getKey())));
        return missing;
    }

    /** The open changes to these roles. */
    public List<AccountChange> underWay(DomainName name, Map<String, String> missing) {
        return missing.values().stream()
                .distinct()
                .flatMap(account -> open(name, account).stream())
                .filter(change -> change.to().equals(missing.get(change.role())))
                .toList();
    }

    private static AccountChange change(JsonNode task) {
        return new AccountChange(
                task.path("id").asLong(),
                task.path("serviceDomain").asText(""),
                task.path("contactTypes").path(0).asText(""),
                task.path("fromAccount").asText(null),
                task.path("toAccount").asText(null),
                task.path("state").asText(""),
                OPEN.contains(task.path("state").asText("")));
    }
}
