// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.transfer;

import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.RouteAction;
import io.github.camelovh.domain.app.action.RouteCaller;
import io.github.camelovh.domain.app.row.RowCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names that may leave for another registrar: {@code lock}, {@code unlock}, {@code auth-code} and {@code release}. */
public final class LeaveActions {
    private LeaveActions() {}

    /**
     * The actions, by the routes of their workflows.
     *
     * @param routes have the workflows of {@code routes/transfer.camel.yaml}
     */
    public static List<Action> of(RouteCaller routes) {
        return Stream.of(
                        RowCommand.Leave.LOCK,
                        RowCommand.Leave.UNLOCK,
                        RowCommand.Leave.AUTH_CODE,
                        RowCommand.Leave.RELEASE)
                .<Action>map(action -> RouteAction.ofEachRow(action, LeaveActions::request, routes))
                .toList();
    }

    private static Map<String, Object> request(RowCommand row) {
        Map<String, Object> request = new HashMap<>();
        request.put("domain", row.domain().ascii());
        request.put("tag", ((RowCommand.Leave) row).tag());
        return request;
    }
}
