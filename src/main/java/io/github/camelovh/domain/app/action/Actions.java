// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which kind of change does which rows. Immutable. */
public final class Actions {
    private final Map<String, Action> byAction = new LinkedHashMap<>();

    /** @param kinds no two for one action */
    public Actions(List<Action> kinds) {
        for (Action kind : kinds) {
            for (String action : kind.actions()) {
                if (byAction.put(action, kind) != null) {
                    throw new IllegalArgumentException("Two kinds of change want to do " + action);
                }
            }
        }
    }

    /**
     * The kind of change that does rows of an action.
     *
     * @throws IllegalStateException if none does; such a row is refused when it is read
     */
    public Action of(String action) {
        Action kind = byAction.get(action);
        if (kind == null) {
            throw new IllegalStateException(
                    "No kind of change does \"" + action + "\"; known are " + byAction.keySet());
        }
        return kind;
    }
}
