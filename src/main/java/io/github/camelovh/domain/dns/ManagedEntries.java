// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Records that OVHcloud keeps for its own services and that show among the others: a web redirection is a TXT of a digit, a
 * bar and the destination, with address records at the same name; a DynHost is an address with a TTL of exactly 60 seconds,
 * which the API tells from an ordinary one by nothing else.
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

    /** What the record belongs to, for a sentence; null when it is an ordinary one. */
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

    /** Whether a wish would take a managed name: an address or an alias is to stand there. */
    static boolean claims(Entry wish) {
        return isAddress(wish) || wish.type() == RecordType.CNAME;
    }

    private static boolean isAddress(Entry entry) {
        return entry.type() == RecordType.A || entry.type() == RecordType.AAAA;
    }
}
