// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.HoldsSecret;
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

/** The parsed request of a row; one record per action. */
public sealed interface RowCommand
        permits RowCommand.Bought,
                RowCommand.Fix,
                RowCommand.Leave,
                RowCommand.Renew,
                RowCommand.SetRenewal,
                RowCommand.SetNameServers,
                RowCommand.SetDs,
                RowCommand.ChangeRecords,
                SyncZone,
                ContactCommand,
                UserCommand {
    /** The action's name in the file. */
    String action();

    /** The name of the request. */
    DomainName domain();

    /**
     * Only one open row of a name may have this value: the action, and its object if a name can have several of them.
     */
    default String asked() {
        return action();
    }

    /** A row that requests a purchase for a name. */
    sealed interface Bought extends RowCommand {
        /** ISO 8601 period in whole years, {@code P1Y} to {@code P10Y}. */
        String period();

        /** Path of an existing contact; null if none is given. */
        String ownerContact();

        /** Members of a new contact, with the API's names; empty if none. */
        Map<String, String> owner();

        /** Highest price with tax; null if the row sets no limit. */
        Money maxPrice();

        /** Host names in ASCII form; empty if none are given. */
        List<String> nameServers();

        /** Label to value, e.g. {@code REASON}; empty if none. */
        Map<String, String> config();
    }

    /**
     * Registers a name.
     *
     * @param domain the name
     * @param period ISO 8601 period in whole years, {@code P1Y} to {@code P10Y}
     * @param ownerContact path of an existing contact ({@code /me/contact/123} or {@code /domain/contact/123}); null if
     * none is given
     * @param owner members of a new contact, with the API's names ({@code address.city}); empty if none
     * @param maxPrice highest price with tax for the whole period; null if the row sets no limit
     * @param nameServers host names in ASCII form; empty for OVHcloud's own
     * @param config label to value, e.g. {@code REASON}; empty if none
     * @param note the operator's own note; empty if none
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

        /** Of an owner, shows only the names of members, because the values are personal. */
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
     * Transfers a name from another registrar to OVHcloud. It does not contain the auth code, because that secret is
     * handled separately.
     *
     * @param domain the name
     * @param period ISO 8601 period in whole years
     * @param ownerContact path of an existing contact; null if none is given
     * @param owner members of a new contact; empty if none
     * @param maxPrice highest price with tax; null if the row sets no limit
     * @param zoneFile a zone file in the folder {@code carry/}, which OVHcloud serves before the name moves; null if
     * none
     * @param nameServers host names in ASCII form of the name after the transfer; empty: OVHcloud's with the zone file,
     * else the current ones
     * @param keepsNameServers whether the row says that the current name servers continue to answer
     * @param config label to value; empty if none
     * @param note the operator's own note; empty if none
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

        /** Of an owner, shows only the names of members, because the values are personal. */
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
     * Supplies what a waiting row needs to continue: its auth code, values that its task asks for, or nothing, so that
     * it is only tried again.
     *
     * @param domain the name
     * @param values label to value; the task's argument with this name gets the value; empty if none
     */
    @HoldsSecret
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

        /** Shows only the labels, because the values may be personal. */
        @Override
        public String toString() {
            return "Fix[domain=" + domain + ", values=" + values.keySet() + "]";
        }
    }

    /**
     * Sets or lifts the transfer lock, exports the auth code, or releases a name to another registrar.
     *
     * @param domain the name
     * @param action {@link #LOCK}, {@link #UNLOCK}, {@link #AUTH_CODE} or {@link #RELEASE}
     * @param tag for a release of a {@code .uk} name, the registrar that gets it; null for none
     */
    record Leave(DomainName domain, String action, String tag) implements RowCommand {
        /** Prevents transfers of the name. */
        public static final String LOCK = "lock";

        /** Allows anybody with the auth code to transfer the name. */
        public static final String UNLOCK = "unlock";

        /** Exports the auth code. */
        public static final String AUTH_CODE = "auth-code";

        /** Unlocks the name, exports the auth code, and locks the name again if it is not transferred. */
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
     * Renews a name now.
     *
     * @param domain the name
     * @param period ISO 8601 period in whole years
     * @param expiry the known expiry; if the name now expires later, it was renewed; null: any date
     * @param maxPrice highest price with tax; null if the row sets no limit
     * @param acknowledgedOrders orders that include the name and are known not to be a renewal
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
     * Sets what happens to a name when it expires.
     *
     * @param domain the name
     * @param mode the desired mode
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
     * Sets these name servers of a name, and no others.
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
     * Sets these DNSSEC keys at the registry, and no others.
     *
     * @param domain the name
     * @param keys none removes DNSSEC from the name
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
     * Sets one record set of a zone, removes it, or removes one record of it.
     *
     * @param domain the zone
     * @param set the desired record set
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
