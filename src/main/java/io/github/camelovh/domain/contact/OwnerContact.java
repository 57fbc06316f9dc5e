// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The owner of a name ({@code domain.Contact}).
 *
 * @param id its number; {@code whoisOwner} of the name
 * @param members members with a value, by path: {@code address.city}
 */
public record OwnerContact(long id, Map<String, String> members) {
    public OwnerContact {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
    }

    /** Shows only the names of members, because their values may be personal. */
    @Override
    public String toString() {
        return "OwnerContact[" + id + ", " + members.keySet() + "]";
    }
}
