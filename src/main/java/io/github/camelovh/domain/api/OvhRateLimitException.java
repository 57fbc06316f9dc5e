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
package io.github.camelovh.domain.api;

import java.time.Duration;
import java.util.Optional;

/** OVHcloud, or our own limiter, had no room for the call before its deadline (429). Nothing was done. */
public final class OvhRateLimitException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param retryAfter how long OVHcloud asks to wait, or null when it did not say
     */
    public OvhRateLimitException(ErrorFacts facts, String sentence, Duration retryAfter) {
        super(facts, sentence, true, null);
        this.retryAfter = retryAfter;
    }

    /** How long OVHcloud asked to wait; empty when it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
