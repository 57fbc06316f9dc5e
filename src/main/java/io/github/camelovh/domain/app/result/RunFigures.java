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
package io.github.camelovh.domain.app.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What is known about the run as a whole, besides its rows.
 *
 * @param fileName safe name of the file
 * @param identity SHA-256 of its content
 * @param planDigest digest of the approved plan; null if nothing was planned
 * @param rowsRead rows that were read from the file; the results must account for each
 * @param currency currency of the account
 * @param apiCalls calls made to OVHcloud for this file
 * @param took from the file's arrival to its end
 * @param finishedAt when it ended
 */
public record RunFigures(
        String fileName,
        String identity,
        String planDigest,
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
