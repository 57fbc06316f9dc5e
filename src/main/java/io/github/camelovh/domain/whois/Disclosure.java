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
package io.github.camelovh.domain.whois;

import java.util.List;
import java.util.Objects;

/**
 * What whois discloses of one contact of a name, {@code GET /domain/{serviceName}/configurations/optin} with the rules of
 * {@code GET /domain/{serviceName}/rules/optin}.
 *
 * @param type {@code owner}, {@code admin}, {@code tech}, {@code billing} or {@code all}
 * @param choosable the fields that can be disclosed one by one ({@code name}, {@code email}, {@code country}...); empty: all of
 *     the contact or nothing
 * @param disclosed whether anything of it is disclosed
 * @param fields the disclosed fields; empty where nothing is, or where all or nothing can be
 */
public record Disclosure(String type, List<String> choosable, boolean disclosed, List<String> fields) {
    public Disclosure {
        Objects.requireNonNull(type);
        choosable = List.copyOf(choosable);
        fields = List.copyOf(fields);
    }

    /** As it is written in a file: {@code none}, {@code all}, or the fields parted by blanks. */
    public String word() {
        if (!disclosed) {
            return DisclosureWish.NONE;
        }
        return fields.size() == choosable.size() ? DisclosureWish.ALL : String.join(" ", fields);
    }
}
