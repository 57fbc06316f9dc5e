// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.doctor;

import io.github.camelovh.domain.api.ConsumerKeyRequest;
import io.github.camelovh.domain.api.CredentialsException;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhUnreachableException;
import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.AccessRule;
import io.github.camelovh.domain.api.model.Credential;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.operation.OperationRights;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The account at OVHcloud: whether it answers, its clock, the consumer key and its access rules. Makes two calls. */
final class AccountCheck implements Check {
    private static final String KEYS = "keys";
    private static final String CLOCK = "clock";
    private static final Duration SOON = Duration.ofDays(14);
    private static final long CLOCK_SECONDS = 30;
    private static final int MOST_SHOWN = 5;

    private final Endpoints endpoints;
    private final Collection<String> operations;
    private final boolean sandbox;
    private final Clock clock;

    /**
     * @param operations full names of all that the product uses
     * @param sandbox whether a sandbox answers instead of OVHcloud
     */
    AccountCheck(Endpoints endpoints, Collection<String> operations, boolean sandbox, Clock clock) {
        this.endpoints = endpoints;
        this.operations = List.copyOf(operations);
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        try {
            long skew = endpoints.call("api", "clockSkew", Map.of()).as(Long.class);
            found.add(clock(skew));
            Credential credential =
                    endpoints.call("api", "getCurrentCredential", Map.of()).as(Credential.class);
            key(credential, found);
            rules(credential.rules(), found);
            if (found.size() == 1) {
                found.add(Finding.ok(KEYS, accepted()));
            }
        } catch (OvhUnreachableException e) {
            found.add(Finding.fault(
                    "network", e.getMessage(), "check the endpoint, DNS, firewall and proxy of this machine"));
        } catch (OvhAuthenticationException e) {
            found.add(Finding.fault(KEYS, e.getMessage(), "get a new key with `ovh-domain login`"));
        } catch (OvhApiException e) {
            found.add(Finding.fault(KEYS, e.getMessage(), "try again later; see OVHcloud's status page"));
        } catch (RuntimeException e) {
            found.add(noKeys(e).orElseThrow(() -> e));
        }
        return found;
    }

    private static Finding clock(long skew) {
        String apart = Plural.of(Math.abs(skew), "second") + " " + (skew > 0 ? "behind" : "before") + " OVHcloud's";
        if (Math.abs(skew) > CLOCK_SECONDS) {
            return Finding.warning(
                    CLOCK,
                    "this machine's clock is " + apart,
                    "set the clock (NTP); calls are signed with the corrected time, but schedules use the wrong one");
        }
        return Finding.ok(CLOCK, "this machine's clock is " + (skew == 0 ? "the same as OVHcloud's" : apart));
    }

    private String accepted() {
        return (sandbox ? "a sandbox on this machine" : "OVHcloud") + " accepts them, with all rights needed"
                + (sandbox ? "; it sells nothing" : "");
    }

    /** The endpoint could not be made for want of keys. */
    private static Optional<Finding> noKeys(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CredentialsException) {
                return Optional.of(Finding.fault(
                        KEYS, cause.getMessage(), "`ovh-domain login` gets a key and says where to write it"));
            }
        }
        return Optional.empty();
    }

    private void key(Credential credential, List<Finding> found) {
        if (!"validated".equals(credential.status())) {
            found.add(Finding.fault(
                    KEYS, "the consumer key is " + credential.status(), "get a new one with `ovh-domain login`"));
        } else if (credential.expiration() != null) {
            Duration left =
                    Duration.between(clock.instant(), credential.expiration().toInstant());
            if (left.compareTo(SOON) < 0) {
                found.add(Finding.warning(
                        KEYS,
                        "the consumer key expires at " + credential.expiration(),
                        "get a new one with `ovh-domain login` before"));
            }
        }
    }

    private void rules(List<AccessRule> granted, List<Finding> found) {
        List<AccessRule> missing =
                ConsumerKeyRequest.forOperations(OperationRights.of(operations).rows()).rules().stream()
                        .filter(needed -> granted.stream().noneMatch(rule -> covers(rule, needed)))
                        .toList();
        if (!missing.isEmpty()) {
            found.add(Finding.fault(
                    "rights",
                    "the consumer key lacks " + missing.size() + " of the access rules: "
                            + missing.stream()
                                    .limit(MOST_SHOWN)
                                    .map(AccessRule::toString)
                                    .collect(Collectors.joining(", "))
                            + (missing.size() > MOST_SHOWN ? ", ..." : ""),
                    "get a new key with `ovh-domain login`; `ovh-domain rights` lists all of them"));
        }
    }

    private static boolean covers(AccessRule rule, AccessRule needed) {
        String pattern = Pattern.quote(rule.path()).replace("*", "\\E.*\\Q");
        return rule.method().equals(needed.method()) && needed.path().matches(pattern);
    }
}
