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
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.dns.DsKey;
import io.github.camelovh.domain.dns.NameServerHost;
import io.github.camelovh.domain.dns.RecordSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a row asks for; one record per action. */
public sealed interface RowCommand {
    /** The action's name in the file. */
    String action();

    /** The name it is about. */
    DomainName domain();

    /**
     * What of the name only one open row may ask for: the action, and what it is about where a name can have several of it.
     */
    default String asked() {
        return action();
    }

    /**
     * Register a name.
     *
     * @param domain the name
     * @param period ISO 8601 period in whole years, {@code P1Y} to {@code P10Y}
     * @param ownerContact path of an existing contact ({@code /me/contact/123} or {@code /domain/contact/123}); null if
     *     none is named
     * @param owner members of a contact to be made, named as in the API ({@code address.city}); empty if none
     * @param maxPrice most that may be paid with tax for the whole period; null if the row sets no limit
     * @param nameServers host names in ASCII form; empty for OVHcloud's own
     * @param config label to value, e.g. {@code REASON}; empty if none
     * @param note the operator's own words; empty if none
     */
    record Order(
            DomainName domain,
            String period,
            String ownerContact,
            Map<String, String> owner,
            Money maxPrice,
            List<String> nameServers,
            Map<String, String> config,
            String note)
            implements RowCommand {
        /** The action's name in the file. */
        public static final String ACTION = "order";

        public Order {
            Objects.requireNonNull(domain);
            Objects.requireNonNull(period);
            owner = Collections.unmodifiableMap(new LinkedHashMap<>(owner));
            nameServers = List.copyOf(nameServers);
            config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
            Objects.requireNonNull(note);
        }

        @Override
        public String action() {
            return ACTION;
        }
    }

    /**
     * Let these name servers, and no others, answer for a name.
     *
     * @param domain the name
     * @param hosts two or more
     */
    record SetNameServers(DomainName domain, List<NameServerHost> hosts) implements RowCommand {
        /** The action's name in the file. */
        public static final String ACTION = "set-name-servers";

        public SetNameServers {
            Objects.requireNonNull(domain);
            hosts = List.copyOf(hosts);
        }

        @Override
        public String action() {
            return ACTION;
        }
    }

    /**
     * Have the registry vouch for these DNSSEC keys, and no others.
     *
     * @param domain the name
     * @param keys none takes DNSSEC off the name
     */
    record SetDs(DomainName domain, List<DsKey> keys) implements RowCommand {
        /** The action's name in the file. */
        public static final String ACTION = "set-ds";

        public SetDs {
            Objects.requireNonNull(domain);
            keys = List.copyOf(keys);
        }

        @Override
        public String action() {
            return ACTION;
        }
    }

    /**
     * Make one record set of a zone as wished, or take it away, or one record of it.
     *
     * @param domain the zone
     * @param set how it should be
     * @param action {@link #SET} or {@link #DELETE}
     */
    record ChangeRecords(DomainName domain, RecordSet set, String action) implements RowCommand {
        /** The action's name in the file. */
        public static final String SET = "set-record";

        /** The action's name in the file. */
        public static final String DELETE = "delete-record";

        public ChangeRecords {
            Objects.requireNonNull(domain);
            Objects.requireNonNull(set);
            Objects.requireNonNull(action);
        }

        /** Setting and deleting one record set in one file would contradict each other. */
        @Override
        public String asked() {
            return "record " + set.label();
        }
    }
}
