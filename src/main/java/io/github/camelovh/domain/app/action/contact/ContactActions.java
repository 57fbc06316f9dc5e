// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.contact;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.RouteAction;
import io.github.camelovh.domain.app.action.RouteCaller;
import io.github.camelovh.domain.app.row.ContactCommand;
import io.github.camelovh.domain.app.row.RowCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people behind names: {@code set-contact}, {@code change-owner} and {@code change-accounts}. */
public final class ContactActions {
    /** How a request of the component says that a member has no value. */
    private static final String TAKEN_AWAY = "-";

    private ContactActions() {}

    /**
     * The actions, by the routes of their workflows.
     *
     * @param routes have the workflows of {@code routes/contact.camel.yaml}
     */
    public static List<Action> of(RouteCaller routes) {
        return List.of(
                RouteAction.ofEachRow(ContactCommand.SetContact.ACTION, ContactActions::data, routes),
                RouteAction.ofEachRow(ContactCommand.ChangeOwner.ACTION, ContactActions::owner, routes),
                RouteAction.ofEachRow(ContactCommand.ChangeAccounts.ACTION, ContactActions::accounts, routes));
    }

    private static Map<String, Object> data(RowCommand row) {
        ContactCommand.SetContact command = (ContactCommand.SetContact) row;
        Map<String, String> members = new HashMap<>(command.owner());
        members.replaceAll((member, value) -> value.isEmpty() ? TAKEN_AWAY : value);
        return request(row, members, command.maxPrice());
    }

    private static Map<String, Object> owner(RowCommand row) {
        ContactCommand.ChangeOwner command = (ContactCommand.ChangeOwner) row;
        Map<String, Object> request = request(row, command.owner(), command.maxPrice());
        request.put("ownerContact", command.ownerContact());
        return request;
    }

    private static Map<String, Object> request(RowCommand row, Map<String, String> owner, Money maxPrice) {
        Map<String, Object> request =
                new HashMap<>(Map.of("domain", row.domain().ascii(), "owner", owner));
        request.put("maxPrice", maxPrice == null ? null : maxPrice.toString());
        return request;
    }

    private static Map<String, Object> accounts(RowCommand row) {
        Map<String, Object> request = new HashMap<>(((ContactCommand.ChangeAccounts) row).accounts());
        request.put("domain", row.domain().ascii());
        return request;
    }
}
