// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a row with an action of the user's own asks for.
 *
 * @param domain the name
 * @param action the action's name in the file
 * @param cells its filled cells by column, as texts, numbers, switches or lists; those of columns with a dot as a map by what
 *     stands after the dot, under what stands before it
 */
public record UserCommand(DomainName domain, String action, Map<String, Object> cells) implements RowCommand {
    public UserCommand {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(action);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Cells may be personal, so only their columns are shown. */
    @Override
    public String toString() {
        return "UserCommand[domain=" + domain + ", action=" + action + ", cells=" + cells.keySet() + "]";
    }
}
