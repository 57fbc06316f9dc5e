// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import com.ibm.icu.text.IDNA;
import java.util.Objects;

/** How a name is shown to people: decoded where it has A-labels, with the A-label form behind it. */
public final class ShownName {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

    private ShownName() {}

    /** The name, decoded; one that does not decode stays as it is. */
    public static String of(String domain) {
        if (!Objects.requireNonNull(domain).contains("xn--")) {
            return domain;
        }
        IDNA.Info info = new IDNA.Info();
        String decoded = UTS46.nameToUnicode(domain, new StringBuilder(), info).toString();
        return info.hasErrors() ? domain : decoded + " (" + domain + ")";
    }
}
