// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A requested name, and the behaviour that its prefix selects, so that anybody can try each case.
 *
 * @param text the whole name, lower case
 * @param label the part before the extension
 * @param extension the extension; null if it is not in the price list
 * @param kind the behaviour that the prefix selects
 */
record SoldName(String text, String label, Extension extension, Kind kind) {

    private static final Pattern LDH = Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))+");

    /** The kinds of names. The prefix of a name selects its kind; the longest matching prefix counts. */
    enum Kind {
        FREE("", false),
        PREMIUM("premium-", false),
        RESERVED("reserved-", false),
        CLAIMS("claims-", false),
        AFTERMARKET("aftermarket-", true),
        TAKEN("taken-", true),
        TAKEN_PREMIUM("taken-premium-", true),
        LOCKED("locked-", true),
        YOUNG("young-", true),
        NACKED("nacked-", true),
        UNCONFIRMED("unconfirmed-", true),
        RECLAIMED("reclaimed-", true),
        STUCK("stuck-", true);

        private final String beginning;
        private final boolean elsewhere;

        Kind(String beginning, boolean elsewhere) {
            this.beginning = beginning;
            this.elsewhere = elsewhere;
        }

        /** Whether another registrar has it. */
        boolean isElsewhere() {
            return elsewhere;
        }

        private static Kind of(String label) {
            return Stream.of(values())
                    .filter(kind -> label.startsWith(kind.beginning))
                    .max(Comparator.comparingInt(kind -> kind.beginning.length()))
                    .orElse(FREE);
        }
    }

    /**
     * Parses a name.
     *
     * @throws io.github.camelovh.domain.sandbox.server.SandboxRefusal if the text is not a domain name
     */
    static SoldName of(String text, Extensions extensions) {
        return find(text, extensions).orElseThrow(() -> Refuse.badRequest("Invalid domain name: " + text));
    }

    /** Parses a name; empty if the text is not a domain name. */
    static Optional<SoldName> find(String text, Extensions extensions) {
        String name = text.toLowerCase(Locale.ROOT);
        if (!LDH.matcher(name).matches() || name.length() > 253) {
            return Optional.empty();
        }
        int dot = name.indexOf('.');
        String label = name.substring(0, dot);
        Optional<Extension> extension = extensions.find(name.substring(dot + 1));
        return Optional.of(new SoldName(name, label, extension.orElse(null), Kind.of(label)));
    }

    /** This name as a name at another registrar, independent of its prefix. */
    SoldName takenElsewhere() {
        return kind.isElsewhere() ? this : new SoldName(text, label, extension, Kind.TAKEN);
    }

    /** Whether the registry asks for a reason to register it. */
    boolean wantsReason(Extensions extensions) {
        return extension != null && extension.wants("cities") && extensions.isCity(label);
    }
}
