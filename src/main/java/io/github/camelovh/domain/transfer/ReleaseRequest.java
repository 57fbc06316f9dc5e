// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import io.github.camelovh.domain.api.model.DomainName;
import java.time.Duration;
import java.util.Objects;

/**
 * A name that is to go to another registrar.
 *
 * @param domain the name
 * @param tag for a name of {@code .uk}, the registrar that gets it; null for none
 * @param relockAfter the name is locked again where its transfer has not begun by then
 * @param codes where its auth code is handed over
 */
public record ReleaseRequest(DomainName domain, String tag, Duration relockAfter, AuthCodeStore codes) {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    public ReleaseRequest {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(relockAfter);
        Objects.requireNonNull(codes);
    }

    /** How long to wait between two looks. */
    Duration pause() {
        Duration part = relockAfter.dividedBy(20);
        return part.compareTo(LONGEST_PAUSE) < 0 ? part : LONGEST_PAUSE;
    }
}
