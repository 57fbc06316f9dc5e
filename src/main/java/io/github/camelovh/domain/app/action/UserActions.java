// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.app.row.UserAction;
import io.github.camelovh.domain.app.row.UserCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Actions of the user's own: their routes get the filled cells of a row by column, and {@code domain}. */
public final class UserActions {
    private UserActions() {}

    public static List<Action> of(List<UserAction> actions, RouteCaller routes) {
        return actions.stream()
                .<Action>map(action -> RouteAction.ofEachRow(action.name(), UserActions::request, routes))
                .toList();
    }

    private static Map<String, Object> request(RowCommand row) {
        Map<String, Object> request = new LinkedHashMap<>(((UserCommand) row).cells());
        request.put("domain", row.domain().ascii());
        return request;
    }
}
