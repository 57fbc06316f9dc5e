// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What is known about the whole run, besides its rows.
 *
 * @param fileName safe name of the file
 * @param identity SHA-256 of its content
 * @param planCode code of the plan; null if nothing was planned
 * @param rowsRead rows that were read from the file; each must have a result
 * @param currency currency of the account
 * @param apiCalls calls made to OVHcloud for this file
 * @param took from the file's arrival to its end
 * @param finishedAt when it ended
 */
public record RunFigures(
        String fileName,
        String identity,
        String planCode,
        long rowsRead,
        String currency,
        long apiCalls,
        Duration took,
        Instant finishedAt) {
    public RunFigures {
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(identity);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(took);
        Objects.requireNonNull(finishedAt);
    }
}
