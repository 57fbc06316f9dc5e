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
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.desired.TargetChange;
import io.github.camelovh.domain.desired.TargetDesk;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Which version of the API makes a change that both know: 1, whose calls are stable, or 2, by the name's target. */
final class Through {
    static final Parameter PARAMETER = Parameter.local("through", "string", false);

    /** The operations of version 2 that a change by target uses. */
    static final List<String> USES = List.of("domain:getName", "domain:updateName");

    private Through() {}

    /**
     * Whether version 2 is wished for.
     *
     * @throws WrongUsageException if it is neither
     */
    static boolean target(CompositeInput in) {
        String version = in.text(PARAMETER.name()).orElse("v1").toLowerCase(Locale.ROOT);
        if (!version.equals("v1") && !version.equals("v2")) {
            throw new WrongUsageException("through has to be v1 or v2, not " + version + "; nothing was changed");
        }
        return version.equals("v2");
    }

    /** Makes one change by the name's target. */
    static Object change(TargetDesk targets, CompositeInput in, String name, TargetChange change) {
        try {
            return targets.change(
                    in.domain(name), List.of(change), in.<Duration>value("wait").orElse(Duration.ZERO));
        } catch (IllegalStateException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }
}
