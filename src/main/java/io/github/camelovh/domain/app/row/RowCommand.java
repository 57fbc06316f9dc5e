// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.dns.DsKey;
import io.github.camelovh.domain.dns.NameServerHost;
import io.github.camelovh.domain.dns.RecordSet;
import io.github.camelovh.domain.renewal.RenewalMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a row asks for; one record per action. */
public sealed interface RowCommand
        permits RowCommand.Bought,
                RowCommand.Fix,
                RowCommand.Leave,
                RowCommand.Renew,
                RowCommand.SetRenewal,
                RowCommand.SetNameServers,
                RowCommand.SetDs,
                RowCommand.ChangeRecords,
                ContactCommand,
                UserCommand {
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

    /** A row that asks to buy something for a name. */
    sealed interface Bought extends RowCommand {
        /** ISO 8601 period in whole years, {@code P1Y} to {@code P10Y}. */
        String period();

        /** Path of an existing contact; null if none is named. */
        String ownerContact();

        /** Members of a contact to be made, named as in the API; empty if none. */
        Map<String, String> owner();

        /** Most that may be paid with tax; null if the row sets no limit. */
        Money maxPrice();

        /** Host names in ASCII form; empty if none are named. */
        List<String> nameServers();

        /** Label to value, e.g. {@code REASON}; empty if none. */
        Map<String, String> config();
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
            implements Bought {
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

        /** Of an owner, who is a person, only the names of the members. */
        @Override
        public String toString() {
            return "Order[domain=" + domain + ", period=" + period + ", ownerContact=" + ownerContact + ", owner="
                    + owner.keySet() + ", maxPrice=" + maxPrice + ", nameServers=" + nameServers + ", config=" + config
                    + ", note=" + note + "]";
        }

        @Override
        public String action() {
            return ACTION;
        }
    }

    /**
     * Move a name from another registrar to OVHcloud. Its auth code is no part of it: a secret goes its own way.
     *
     * @param domain the name
     * @param period ISO 8601 period in whole years
     * @param ownerContact path of an existing contact; null if none is named
     * @param owner members of a contact to be made; empty if none
     * @param maxPrice most that may be paid with tax; null if the row sets no limit
     * @param zoneFile a zone file in the folder of zones to carry, which is served at OVHcloud before the name moves; null if
     *     none
     * @param nameServers host names in ASCII form that the name has after its move; empty: those of the carried zone, else the
     *     present ones
     * @param keepsNameServers whether the row says that the present name servers go on answering
     * @param config label to value; empty if none
     * @param note the operator's own words; empty if none
     */
    record Transfer(
            DomainName domain,
            String period,
            String ownerContact,
            Map<String, String> owner,
            Money maxPrice,
            String zoneFile,
            List<String> nameServers,
            boolean keepsNameServers,
            Map<String, String> config,
            String note)
            implements Bought {
        /** The action's name in the file. */
        public static final String ACTION = "transfer";

        public Transfer {
            Objects.requireNonNull(domain);
            Objects.requireNonNull(period);
            owner = Collections.unmodifiableMap(new LinkedHashMap<>(owner));
            nameServers = List.copyOf(nameServers);
            config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
            Objects.requireNonNull(note);
        }

        /** Of an owner, who is a person, only the names of the members. */
        @Override
        public String toString() {
            return "Transfer[domain=" + domain + ", period=" + period + ", ownerContact=" + ownerContact + ", owner="
                    + owner.keySet() + ", maxPrice=" + maxPrice + ", zoneFile=" + zoneFile + ", nameServers="
                    + nameServers + ", keepsNameServers=" + keepsNameServers + ", config=" + config + ", note=" + note
                    + "]";
        }

        @Override
        public String action() {
            return ACTION;
        }
    }

    /**
     * Give what a row that waits for a person needs to go on: its auth code, values that its task wants, or nothing, so that it
     * is only tried again.
     *
     * @param domain the name
     * @param values label to value; the argument of a task that has this name takes it; empty if none
     */
    record Fix(DomainName domain, Map<String, String> values) implements RowCommand {
        /** The action's name in the file. */
        public static final String ACTION = "fix";

        public Fix {
            Objects.requireNonNull(domain);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String action() {
            return ACTION;
        }

        /** Values may be personal, so only their names are shown. */
        @Override
        public String toString() {
            return "Fix[domain=" + domain + ", values=" + values.keySet() + "]";
        }
    }

    /**
     * Set or lift the transfer lock, fetch the auth code, or let a name go to another registrar.
     *
     * @param domain the name
     * @param action {@link #LOCK}, {@link #UNLOCK}, {@link #AUTH_CODE} or {@link #RELEASE}
     * @param tag for a release of {@code .uk}, the registrar that gets it; null for none
     */
    record Leave(DomainName domain, String action, String tag) implements RowCommand {
        /** Lets nobody move the name. */
        public static final String LOCK = "lock";

        /** Lets whoever has the auth code move the name. */
        public static final String UNLOCK = "unlock";

        /** Hands the auth code over. */
        public static final String AUTH_CODE = "auth-code";

        /** Unlocks, hands the auth code over, and locks again if the name does not go. */
        public static final String RELEASE = "release";

        public Leave {
            Objects.requireNonNull(domain);
            Objects.requireNonNull(action);
        }

        /** Two of these for one name contradict each other. */
        @Override
        public String asked() {
            return "transfer lock";
        }
    }

    /**
     * Renew a name now.
     *
     * @param domain the name
     * @param period ISO 8601 period in whole years
     * @param expiry when it is known to expire; where it expires later by now, it was renewed; null: whenever that is
     * @param maxPrice most that may be paid with tax; null if the row sets no limit
     * @param acknowledgedOrders orders that name it and are known to be no renewal
     */
    record Renew(DomainName domain, String period, LocalDate expiry, Money maxPrice, Set<Long> acknowledgedOrders)
            implements RowCommand {
        /** The action's name in the file. */
        public static final String ACTION = "renew";

        public Renew {
            Objects.requireNonNull(domain);
            Objects.requireNonNull(period);
            acknowledgedOrders = Set.copyOf(acknowledgedOrders);
        }

        @Override
        public String action() {
            return ACTION;
        }
    }

    /**
     * Say what happens to a name when it expires.
     *
     * @param domain the name
     * @param mode what is wished
     */
    record SetRenewal(DomainName domain, RenewalMode mode) implements RowCommand {
        /** The action's name in the file. */
        public static final String ACTION = "set-auto-renew";

        public SetRenewal {
            Objects.requireNonNull(domain);
            Objects.requireNonNull(mode);
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
