// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How the API of one account is called.
 *
 * @param region the endpoint
 * @param credentials the credentials; null allows unsigned routes only
 * @param callsPerSecond maximum rate, above 0; the limiter lowers it when OVHcloud refuses calls
 * @param maxInFlight parallel calls, 1 to 1000; also the size of the connection pool
 * @param connectTimeout for TCP and TLS
 * @param responseTimeout from the request's last byte to the answer's next one
 * @param deadline for one call with its retries and waits
 * @param maxAttempts how often one call is sent at most, not counting refusals because of too many calls; 1 to 100
 * @param pageSize objects per page of a list, 1 to 5000
 * @param batchSize ids per batch call, 1 to 1000
 */
public record OvhApiSettings(
        ApiRegion region,
        Credentials credentials,
        double callsPerSecond,
        int maxInFlight,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration deadline,
        int maxAttempts,
        int pageSize,
        int batchSize) {

    public OvhApiSettings {
        Objects.requireNonNull(region, "region");
        List<String> faults = new ArrayList<>();
        if (!(callsPerSecond > 0) || Double.isInfinite(callsPerSecond)) {
            faults.add("callsPerSecond must be above 0, but is " + callsPerSecond);
        }
        range(faults, "maxInFlight", maxInFlight, 1000);
        range(faults, "maxAttempts", maxAttempts, 100);
        range(faults, "pageSize", pageSize, 5000);
        range(faults, "batchSize", batchSize, 1000);
        positive(faults, "connectTimeout", connectTimeout);
        positive(faults, "responseTimeout", responseTimeout);
        positive(faults, "deadline", deadline);
        if (faults.isEmpty() && deadline.compareTo(responseTimeout) < 0) {
            faults.add(
                    "deadline (" + deadline + ") must not be shorter than responseTimeout (" + responseTimeout + ")");
        }
        if (credentials instanceof Credentials.ServiceAccount && region.tokenUrl() == null) {
            faults.add("the endpoint " + region.name() + " has no service accounts; use an application key");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** Settings for normal use: 20 calls a second, 8 in parallel, 30 s for an answer, 5 minutes in total. */
    public static OvhApiSettings of(ApiRegion region, Credentials credentials) {
        return new OvhApiSettings(
                region,
                credentials,
                20,
                8,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                5,
                1000,
                100);
    }

    /** The same with another rate. */
    public OvhApiSettings withPace(double calls, int inFlight) {
        return new OvhApiSettings(
                region,
                credentials,
                calls,
                inFlight,
                connectTimeout,
                responseTimeout,
                deadline,
                maxAttempts,
                pageSize,
                batchSize);
    }

    /** The same with other time-outs. */
    public OvhApiSettings withTimeouts(Duration connect, Duration response, Duration total) {
        return new OvhApiSettings(
                region,
                credentials,
                callsPerSecond,
                maxInFlight,
                connect,
                response,
                total,
                maxAttempts,
                pageSize,
                batchSize);
    }

    /** The same with other sizes of pages and batches. */
    public OvhApiSettings withSizes(int page, int batch) {
        return new OvhApiSettings(
                region,
                credentials,
                callsPerSecond,
                maxInFlight,
                connectTimeout,
                responseTimeout,
                deadline,
                maxAttempts,
                page,
                batch);
    }

    private static void range(List<String> faults, String name, int value, int most) {
        if (value < 1 || value > most) {
            faults.add(name + " must be 1 to " + most + ", but is " + value);
        }
    }

    private static void positive(List<String> faults, String name, Duration value) {
        if (value == null || value.isZero() || value.isNegative()) {
            faults.add(name + " must be above 0, but is " + value);
        }
    }
}
