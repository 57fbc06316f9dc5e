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
package io.github.camelovh.domain.app.desk;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.Repeat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Contacts for owners that a row describes member by member. One that the account has already is used again, so that a
 * purchase that goes on after a restart names the same owner; two rows with the same owner share one. Thread-safe.
 */
public final class OwnerContacts {
    private static final String ROUTE = "/me/contact";

    private final Supplier<OvhApi> api;
    private final Map<Long, Map<String, String>> known = new LinkedHashMap<>();
    private boolean listed;

    public OwnerContacts(Supplier<OvhApi> api) {
        this.api = api;
    }

    /**
     * The contact for an owner, made if there is none.
     *
     * @param members named as in the API, {@code address.city}
     * @return its path, {@code /me/contact/123}
     */
    synchronized String pathOf(Map<String, String> members) {
        if (!listed) {
            list();
        }
        Optional<Long> before = smallest(members);
        if (before.isPresent()) {
            return ROUTE + "/" + before.get();
        }
        listed = false; // if the answer is lost the contact may be there
        Map<?, ?> made = api.get()
                .send(ApiCall.post(ROUTE, nested(members), Repeat.ONCE)
                        .onRoute(ROUTE, "account:apiovh:me/contact/create"))
                .as(Map.class);
        remember(made);
        list();
        return ROUTE + "/" + smallest(members).orElse(((Number) made.get("id")).longValue());
    }

    private void list() {
        api.get().pages(ListRequest.of(ROUTE, ROUTE + "/{contactId}"), Map.class, part -> part.found()
                .forEach(this::remember));
        listed = true;
    }

    /** Where two nodes made the same contact at once, both find this one. */
    private Optional<Long> smallest(Map<String, String> members) {
        return known.entrySet().stream()
                .filter(contact -> members.entrySet().stream()
                        .allMatch(member -> alike(
                                member.getKey(),
                                member.getValue(),
                                contact.getValue().get(member.getKey()))))
                .map(Map.Entry::getKey)
                .min(Long::compare);
    }

    /** OVHcloud writes phone numbers its own way, and names in its own case; nothing else is taken for the same. */
    private static boolean alike(String member, String wished, String kept) {
        if (kept == null) {
            return false;
        }
        return member.equals("phone") ? digits(wished).equals(digits(kept)) : wished.equalsIgnoreCase(kept);
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }

    private void remember(Map<?, ?> contact) {
        Map<String, String> flat = new TreeMap<>();
        flatten("", contact, flat);
        known.put(((Number) contact.get("id")).longValue(), flat);
    }

    private static void flatten(String prefix, Map<?, ?> object, Map<String, String> into) {
        object.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(prefix + name + ".", inner, into);
            } else if (value != null) {
                into.put(prefix + name, value.toString());
            }
        });
    }

    private static Map<String, Object> nested(Map<String, String> members) {
        Map<String, Object> root = new LinkedHashMap<>();
        members.forEach((path, value) -> {
            int dot = path.indexOf('.');
            if (dot < 0) {
                root.put(path, value);
            } else {
                @SuppressWarnings("unchecked") // only this method puts maps in
                Map<String, Object> inner = (Map<String, Object>)
                        root.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<String, Object>());
                inner.put(path.substring(dot + 1), value);
            }
        });
        return root;
    }
}
