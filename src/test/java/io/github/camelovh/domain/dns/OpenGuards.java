// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.EnumSet;
import java.util.Set;

/** Guards that stop nothing, for tests of something else. */
final class OpenGuards {

    static final GuardSettings ALL =
            with(EnumSet.of(Guard.APEX_NS, Guard.APEX_MX, Guard.DS, Guard.EMPTY, Guard.FOREIGN, Guard.MANAGED));

    private OpenGuards() {}

    static GuardSettings allBut(Guard closed) {
        Set<Guard> open = EnumSet.copyOf(ALL.opened());
        open.remove(closed);
        return with(open);
    }

    private static GuardSettings with(Set<Guard> open) {
        int any = Integer.MAX_VALUE;
        return new GuardSettings(any, 100, any, 100, any, any, open);
    }
}
