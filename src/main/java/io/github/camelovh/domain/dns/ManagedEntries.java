// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Records that OVHcloud manages for its own services and lists among the others. A web redirection is a TXT with a
 * digit, a bar and the target, with address records at the same name. A DynHost is an address with a TTL of exactly 60
 * seconds; nothing else distinguishes it from an ordinary record.
 */
final class ManagedEntries {

    private static final Pattern REDIRECTION = Pattern.compile("\"?[1-4]\\|.*", Pattern.DOTALL);
    private static final int DYNHOST_TTL = 60;

    private final Set<String> redirected = new HashSet<>();

    ManagedEntries(List<Entry> current) {
        for (Entry entry : current) {
            if (isRedirection(entry)) {
                redirected.add(entry.owner());
            }
        }
    }

    private static boolean isRedirection(Entry entry) {
        return entry.type() == RecordType.TXT && isRedirection(entry.value().target());
    }

    static boolean isRedirection(String text) {
        return REDIRECTION.matcher(text).matches();
    }

    /** The service of the record, for a sentence; null when it is an ordinary record. */
    String service(Entry entry) {
        if (isRedirection(entry)) {
            return "a redirection";
        }
        if (!isAddress(entry)) {
            return null;
        }
        if (redirected.contains(entry.owner())) {
            return "a redirection";
        }
        return entry.value().ttl() == DYNHOST_TTL ? "a DynHost, or looks so by its TTL of 60" : null;
    }

    /** Whether a desired record would use a managed name: it is an address or an alias. */
    static boolean claims(Entry wish) {
        return isAddress(wish) || wish.type() == RecordType.CNAME;
    }

    private static boolean isAddress(Entry entry) {
        return entry.type() == RecordType.A || entry.type() == RecordType.AAAA;
    }
}
