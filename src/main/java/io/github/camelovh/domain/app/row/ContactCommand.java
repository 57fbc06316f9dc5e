// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.whois.DisclosureWish;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A row about the contacts of a name. */
public sealed interface ContactCommand extends RowCommand {
    /** Two such rows for one name contradict each other. */
    String OWNER = "owner";

    /**
     * Sets what whois discloses of contacts of a name.
     *
     * @param domain the name
     * @param wishes by type of contact ({@code owner}, {@code admin}, {@code tech}, {@code billing}, {@code all}); at
     * least one; other contacts stay unchanged
     */
    record SetDisclosure(DomainName domain, Map<String, DisclosureWish> wishes) implements ContactCommand {
        /** The action's name in the file. */
        public static final String ACTION = "set-disclosure";

        public SetDisclosure {
            Objects.requireNonNull(domain);
            wishes = Collections.unmodifiableMap(new TreeMap<>(wishes));
        }

        @Override
        public String action() {
            return ACTION;
        }
    }

    /**
     * Sets for which contacts of a name whois shows a substitute mail address.
     *
     * @param domain the name
     * @param wishes by type of contact, whether its address is obfuscated; at least one; other contacts stay unchanged
     */
    record SetObfuscation(DomainName domain, Map<String, Boolean> wishes) implements ContactCommand {
        /** The action's name in the file. */
        public static final String ACTION = "set-obfuscation";

        public SetObfuscation {
            Objects.requireNonNull(domain);
            wishes = Collections.unmodifiableMap(new TreeMap<>(wishes));
        }

        @Override
        public String action() {
            return ACTION;
        }
    }

    /**
     * Gives roles of a name to other accounts.
     *
     * @param domain the name
     * @param accounts nichandles ({@code xx1111-ovh}) by role: {@code contactAdmin}, {@code contactTech}, {@code
     * contactBilling}; at least one
     */
    record ChangeAccounts(DomainName domain, Map<String, String> accounts) implements ContactCommand {
        /** The action's name in the file. */
        public static final String ACTION = "change-accounts";

        public ChangeAccounts {
            Objects.requireNonNull(domain);
            accounts = Collections.unmodifiableMap(new TreeMap<>(accounts));
        }

        @Override
        public String action() {
            return ACTION;
        }
    }

    /**
     * Changes data of a name's owner. If its registry does not allow the change, the row becomes a change of owner,
     * which is an order.
     *
     * @param domain the name
     * @param owner desired values by member of the owner contact, {@code address.city}; an empty text removes a value;
     * at least one; other members stay unchanged
     * @param maxPrice highest price of a change of owner, with tax; null if the row sets no limit
     */
    record SetContact(DomainName domain, Map<String, String> owner, Money maxPrice) implements ContactCommand {
        /** The action's name in the file. */
        public static final String ACTION = "set-contact";

        public SetContact {
            Objects.requireNonNull(domain);
            owner = Collections.unmodifiableMap(new TreeMap<>(owner));
        }

        @Override
        public String action() {
            return ACTION;
        }

        @Override
        public String asked() {
            return OWNER;
        }

        /** Shows only the names of members, because the values are personal. */
        @Override
        public String toString() {
            return "SetContact[domain=" + domain + ", owner=" + owner.keySet() + "]";
        }
    }

    /**
     * Gives a name to another owner, which is an order.
     *
     * @param domain the name
     * @param ownerContact path of an existing contact; null if the row describes one
     * @param owner members of a new contact, with the API's names; empty if {@code ownerContact} is set
     * @param maxPrice highest price with tax; null if the row sets no limit
     */
    record ChangeOwner(DomainName domain, String ownerContact, Map<String, String> owner, Money maxPrice)
            implements ContactCommand {
        /** The action's name in the file. */
        public static final String ACTION = "change-owner";

        public ChangeOwner {
            Objects.requireNonNull(domain);
            owner = Collections.unmodifiableMap(new TreeMap<>(owner));
        }

        @Override
        public String action() {
            return ACTION;
        }

        @Override
        public String asked() {
            return OWNER;
        }

        /** Shows only the names of members, because the values are personal. */
        @Override
        public String toString() {
            return "ChangeOwner[domain=" + domain + ", ownerContact=" + ownerContact + ", owner=" + owner.keySet()
                    + "]";
        }
    }
}
