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
package io.github.camelovh.domain.sandbox.room;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name as somebody wants to buy it, and what its first word makes of it: that is how anyone can try a case.
 *
 * @param text the whole name, lower case
 * @param label what stands before the extension
 * @param extension the extension; null where the price list has none
 * @param kind what the name tells that it is
 */
record SoldName(String text, String label, Extension extension, Kind kind) {

    private static final Pattern LDH = Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))+");

    /** What a name can be; a name says it by its beginning. */
    enum Kind {
        FREE(""),
        PREMIUM("premium-"),
        AFTERMARKET("aftermarket-"),
        TAKEN("taken-"),
        LOCKED("locked-"),
        YOUNG("young-"),
        RESERVED("reserved-"),
        CLAIMS("claims-");

        private final String beginning;

        Kind(String beginning) {
            this.beginning = beginning;
        }

        private static Kind of(String label) {
            for (Kind kind : values()) {
                if (kind != FREE && label.startsWith(kind.beginning)) {
                    return kind;
                }
            }
            return FREE;
        }
    }

    /**
     * Reads a name.
     *
     * @throws io.github.camelovh.domain.sandbox.server.SandboxRefusal where the text is no domain name
     */
    static SoldName of(String text, Extensions extensions) {
        String name = text.toLowerCase(Locale.ROOT);
        if (!LDH.matcher(name).matches() || name.length() > 253) {
            throw Refuse.badRequest("Invalid domain name: " + text);
        }
        int dot = name.indexOf('.');
        String label = name.substring(0, dot);
        Optional<Extension> extension = extensions.find(name.substring(dot + 1));
        return new SoldName(name, label, extension.orElse(null), Kind.of(label));
    }

    boolean isTransfer() {
        return switch (kind) {
            case TAKEN, LOCKED, YOUNG, AFTERMARKET -> true;
            case FREE, PREMIUM, RESERVED, CLAIMS -> false;
        };
    }

    boolean isSlow() {
        return label.startsWith("slow-");
    }

    /** Every means of payment fails for it. */
    boolean isDeclined() {
        return label.startsWith("declined-");
    }

    /** The code that its present registrar would give out. */
    String authCode() {
        return "AUTH-" + text;
    }
}
