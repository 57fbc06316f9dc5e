// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a row asks for, as the body of a message. Its values may be personal, so only their names are shown. Immutable. */
public final class RowRequest extends AbstractMap<String, Object> {
    private final Map<String, Object> members;

    /** @param members by name; null values are left out */
    public RowRequest(Map<String, Object> members) {
        Map<String, Object> copy = new LinkedHashMap<>(members);
        copy.values().removeIf(value -> value == null);
        this.members = Collections.unmodifiableMap(copy);
    }

    RowRequest with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new RowRequest(more);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return members.entrySet();
    }

    @Override
    public String toString() {
        return members.keySet().toString();
    }
}
