// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import com.ibm.icu.text.IDNA;
import java.util.Objects;

/** The form of a name for users: decoded if it has A-labels, followed by the A-label form. */
public final class ShownName {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

    private ShownName() {}

    /** The decoded name; a name that cannot be decoded stays unchanged. */
    public static String of(String domain) {
        if (!Objects.requireNonNull(domain).contains("xn--")) {
            return domain;
        }
        IDNA.Info info = new IDNA.Info();
        String decoded = UTS46.nameToUnicode(domain, new StringBuilder(), info).toString();
        return info.hasErrors() ? domain : decoded + " (" + domain + ")";
    }
}
