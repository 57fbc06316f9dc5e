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
package io.github.camelovh.domain.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How a sandbox is started. Immutable; {@code with} methods give changed copies.
 *
 * @param port to listen on; 0 for any that is free
 * @param bind host name or address to listen on; loopback unless told otherwise
 * @param latency added to each API call
 * @param rateLimit calls per consumer key, e.g. {@code 60/min} or {@code 10/s}; null for no limit
 * @param retryAfter whether a call over the limit is told when to come back
 * @param domains how many names the account owns at start
 * @param store file that keeps the state over restarts; null for none
 * @param seed of all that looks random: same seed and same calls give the same answers
 * @param taskTime how long a task takes
 * @param clockWindow how far a timestamp may lie from the sandbox's time
 * @param strictSignatures whether signatures are verified
 * @param publicBaseUrls URLs that callers may sign in place of the one they call, e.g. {@code https://127.0.0.1}
 * @param batch whether the undocumented batch mode is offered
 * @param pages whether pages of objects are offered
 * @param pagesEverywhere whether all lists of ids offer pages, not only those known to
 * @param credentialLife of the default consumer key, from the start on; null for unlimited
 * @param clock the real time behind the sandbox's own
 */
public record SandboxOptions(
        int port,
        String bind,
        Duration latency,
        String rateLimit,
        boolean retryAfter,
        int domains,
        Path store,
        long seed,
        Duration taskTime,
        Duration clockWindow,
        boolean strictSignatures,
        List<String> publicBaseUrls,
        boolean batch,
        boolean pages,
        boolean pagesEverywhere,
        Duration credentialLife,
        Clock clock) {

    public SandboxOptions {
        publicBaseUrls = List.copyOf(publicBaseUrls);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
        if (domains < 0) {
            throw new IllegalArgumentException("domains " + domains + " is below 0");
        }
        if (latency.isNegative() || taskTime.isNegative() || clockWindow.isNegative()) {
            throw new IllegalArgumentException("latency, taskTime and clockWindow must not be negative");
        }
    }

    /** Any port on loopback, tasks of two seconds, everything strict, nothing kept. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                "127.0.0.1",
                Duration.ZERO,
                null,
                true,
                0,
                null,
                1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(180),
                true,
                List.of(),
                true,
                true,
                false,
                null,
                Clock.systemUTC());
    }

    public SandboxOptions withPort(int value) {
        return new SandboxOptions(
                value,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withBind(String value) {
        return new SandboxOptions(
                port,
                value,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withLatency(Duration value) {
        return new SandboxOptions(
                port,
                bind,
                value,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withRateLimit(String value) {
        return new SandboxOptions(
                port,
                bind,
                latency,
                value,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withoutRetryAfter() {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                false,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withDomains(int value) {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                value,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withStore(Path value) {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                value,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withSeed(long value) {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                value,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withTaskTime(Duration value) {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                value,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withClockWindow(Duration value) {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                value,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withRelaxedSignatures() {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                false,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withPublicBaseUrls(String... value) {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                List.of(value),
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withoutBatch() {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                false,
                pages,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withoutPages() {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                false,
                pagesEverywhere,
                credentialLife,
                clock);
    }

    public SandboxOptions withPagesEverywhere() {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                true,
                credentialLife,
                clock);
    }

    public SandboxOptions withCredentialLife(Duration value) {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                value,
                clock);
    }

    public SandboxOptions withClock(Clock value) {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                store,
                seed,
                taskTime,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                value);
    }
}
