// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.desired.TargetChange;
import io.github.camelovh.domain.desired.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The API version for a change that both versions offer: 1, whose calls are stable, or 2, through the name's target.
 */
final class Through {
    static final Parameter PARAMETER = Parameter.wish("through", "string");

    private Through() {}

    /**
     * Whether version 2 is requested.
     *
     * @throws WrongUsageException if the value is neither
     */
    static boolean target(CompositeInput in) {
        String version = in.text(PARAMETER.name()).orElse("v1").toLowerCase(Locale.ROOT);
        if (!version.equals("v1") && !version.equals("v2")) {
            throw new WrongUsageException("through must be v1 or v2, not " + version + "; nothing was changed");
        }
        return version.equals("v2");
    }

    /** Makes one change through the name's target. */
    static Object change(Targets targets, CompositeInput in, String name, TargetChange change) {
        try {
            return targets.change(
                    in.domain(name), List.of(change), in.<Duration>value("wait").orElse(Duration.ZERO));
        } catch (IllegalStateException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }
}
