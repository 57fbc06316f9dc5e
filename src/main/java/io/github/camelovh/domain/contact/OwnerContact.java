/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.contact;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The owner of a name ({@code domain.Contact}).
 *
 * @param id its number; {@code whoisOwner} of the name
 * @param members those that have a value, by path: {@code address.city}
 */
public record OwnerContact(long id, Map<String, String> members) {
    public OwnerContact {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
    }

    /** Members may be personal, so only their names are shown. */
    @Override
    public String toString() {
        return "OwnerContact[" + id + ", " + members.keySet() + "]";
    }
}
