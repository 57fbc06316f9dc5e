// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.contact.ContactMembers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns that a file may have. Owner members are those of {@code me.contact.Contact}, with the API's names. */
final class Columns {
    static final String ACTION = "action";
    static final String DOMAIN = "domain";
    static final String PERIOD = "period";
    static final String OWNER_CONTACT = "ownerContact";
    static final String OWNER = "owner.";
    static final String AUTH_CODE = "authCode";
    static final String MAX_PRICE = "maxPrice";
    static final String NAME_SERVERS = "nameServers";
    static final String SUB_DOMAIN = "subDomain";
    static final String FIELD_TYPE = "fieldType";
    static final String TARGET = "target";
    static final String TTL = "ttl";
    static final String DNS_KEYS = "dnsKeys";
    static final String ZONE_FILE = "zoneFile";
    static final String TAG = "tag";
    static final String RENEWAL = "renewal";
    static final String EXPIRY = "expiry";
    static final String ACKNOWLEDGED_ORDERS = "acknowledgedOrders";
    static final String DISCLOSURE = "disclosure.";
    static final String OBFUSCATION = "obfuscation.";
    static final String CONFIG = "config.";
    static final String CONTACT_ADMIN = "contactAdmin";
    static final String CONTACT_TECH = "contactTech";
    static final String CONTACT_BILLING = "contactBilling";
    static final String NOTE = "note";

    private static final List<String> PLAIN = List.of(
            ACTION,
            DOMAIN,
            PERIOD,
            OWNER_CONTACT,
            AUTH_CODE,
            MAX_PRICE,
            NAME_SERVERS,
            SUB_DOMAIN,
            FIELD_TYPE,
            TARGET,
            TTL,
            DNS_KEYS,
            ZONE_FILE,
            TAG,
            RENEWAL,
            EXPIRY,
            ACKNOWLEDGED_ORDERS,
            CONTACT_ADMIN,
            CONTACT_TECH,
            CONTACT_BILLING,
            NOTE);

    static final List<String> OWNER_MEMBERS = ContactMembers.NAMES;

    private static final List<String> OBFUSCATED = List.of("owner", "admin", "tech", "billing");
    private static final List<String> DISCLOSED = List.of("owner", "admin", "tech", "billing", "all");

    private static final List<String> ALL = Stream.of(
                    PLAIN.stream(),
                    OWNER_MEMBERS.stream().map(m -> OWNER + m),
                    DISCLOSED.stream().map(m -> DISCLOSURE + m),
                    OBFUSCATED.stream().map(m -> OBFUSCATION + m))
            .flatMap(names -> names)
            .toList();

    private static final Map<String, String> BY_LOWER_CASE = byLowerCase(ALL);

    private static final Pattern LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    /** Labels of cart items and arguments of tasks, whose letter case is corrected. */
    private static final Map<String, String> LABELS = byLowerCase(List.of(
            "ADMIN_ACCOUNT",
            "TECH_ACCOUNT",
            "OWNER_CONTACT",
            "OWNER_LEGAL_AGE",
            "DOMAIN_CONFIG",
            "ACCEPT_CONDITIONS",
            "REASON",
            "CLAIMS_NOTICE",
            "PROTECTED_CODE",
            "legitimacyAfnic"));

    /** A label with a secret value: it has its own column, which is masked. */
    private static final String AUTH_INFO = "auth_info";

    private Columns() {}

    /**
     * The proper name of a column as a user wrote it (any letter case, spaces around it); empty if there is no such
     * column.
     */
    static Optional<String> properName(String written) {
        String lower = written.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith(CONFIG)) {
            String label = written.strip().substring(CONFIG.length());
            boolean usable = LABEL.matcher(label).matches() && !label.equalsIgnoreCase(AUTH_INFO);
            return usable
                    ? Optional.of(CONFIG + LABELS.getOrDefault(label.toLowerCase(Locale.ROOT), label))
                    : Optional.empty();
        }
        return Optional.ofNullable(BY_LOWER_CASE.get(lower));
    }

    /** Whether cells of a column are for nobody but OVHcloud and the registry: an auth code, or data of a person. */
    static boolean isSecret(String properName) {
        return properName.equals(AUTH_CODE) || properName.startsWith(OWNER);
    }

    private static Map<String, String> byLowerCase(List<String> names) {
        return names.stream().collect(Collectors.toUnmodifiableMap(n -> n.toLowerCase(Locale.ROOT), n -> n));
    }

    /** The accepted names in words. */
    static String accepted() {
        return String.join(", ", PLAIN)
                + ", config.LABEL, disclosure.CONTACT, obfuscation.CONTACT, and owner.NAME with NAME one" + " of "
                + String.join(", ", OWNER_MEMBERS) + "; CONTACT is one of " + String.join(", ", DISCLOSED);
    }

    /** The accepted name that is most similar to what the user wrote. */
    static Optional<String> nearest(String written) {
        if (written.strip().equalsIgnoreCase(CONFIG + AUTH_INFO)) {
            return Optional.of(AUTH_CODE);
        }
        return written.length() > 64 ? Optional.empty() : Nearest.to(written.strip(), ALL);
    }
}
