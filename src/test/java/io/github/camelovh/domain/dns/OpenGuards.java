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
