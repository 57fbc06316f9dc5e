// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.api.model.DomainTask;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Names that move to other registrars: their locks, auth codes and tags. Thread-safe. Every method throws {@link
 * OvhApiException} when OVHcloud cannot be reached, or refuses.
 */
public final class OutgoingTransfers {
    private static final Operation GET = OperationCatalog.row("domain:get");
    private static final Operation UPDATE = OperationCatalog.row("domain:update");
    private static final Operation AUTH_CODE = OperationCatalog.row("domain:getAuthCode");
    private static final Operation APPROVE = OperationCatalog.row("domain:approveOutgoingTransfer");
    private static final Operation REGISTRARS = OperationCatalog.row("domain:listUkRegistrars");
    private static final Operation BY_TAG = OperationCatalog.row("domain:transferOutUk");

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final OvhApi api;

    public OutgoingTransfers(OvhApi api) {
        this.api = api;
    }

    /** The lock and transfer state of a name, {@code GET /domain/{serviceName}}. */
    public Hold hold(DomainName name) {
        DomainService seen = api.send(ApiCall.of(GET, name.ascii())).as(DomainService.class);
        return new Hold(Lock.of(seen.transferLockStatus()), "outgoing_transfer".equals(seen.state()));
    }

    /**
     * Sets or lifts the transfer lock, {@code PUT /domain/{serviceName}}; OVHcloud does it by a task.
     *
     * @param locked the requested state; must differ from the current one
     */
    public void setLock(DomainName name, boolean locked) {
        api.send(ApiCall.of(UPDATE, name.ascii())
                .withBody(Map.of("transferLockStatus", locked ? "locked" : "unlocked")));
    }

    /** The auth code, {@code GET /domain/{serviceName}/authInfo}; refused while the name is locked. */
    public AuthCode authCode(DomainName name) {
        return new AuthCode(api.send(ApiCall.of(AUTH_CODE, name.ascii())).as(String.class));
    }

    /**
     * Answers the mail about a transfer to another registrar, {@code POST
     * /domain/{serviceName}/outgoingTransfer/approve}. Sent once: {@link #hold} shows whether the name still leaves.
     *
     * @param accept whether the name may move at once; otherwise the transfer is refused
     * @param token from the mail; a secret
     */
    public void answer(DomainName name, boolean accept, String token) {
        api.send(ApiCall.of(APPROVE, name.ascii())
                .withBody(Map.of("approveType", accept ? "accept" : "reject", "ident", token)));
    }

    /**
     * Unlocks a name, waits until it is unlocked, and reads its auth code.
     *
     * @param atMost how long to wait for the lock
     * @return the code; empty if the extension has no codes
     * @throws IllegalStateException if the name is not unlocked in time, or moves by a tag; it may still be unlocked
     * later
     * @throws InterruptedException when the thread is interrupted
     */
    public Optional<AuthCode> release(DomainName name, Duration atMost, Sleeper sleeper, LongSupplier nanos)
            throws InterruptedException {
        if (movesByTag(name)) {
            throw new IllegalStateException(
                    name + " moves by the tag of a registrar (releaseByTag); nothing was changed");
        }
        long begun = nanos.getAsLong();
        Hold hold = hold(name);
        if (hold.lock() == Lock.LOCKED || hold.lock() == Lock.LOCKING) {
            setLock(name, false);
            hold = hold(name);
        }
        while (!hold.isOpen()) {
            Duration left = atMost.minusNanos(nanos.getAsLong() - begun);
            if (left.isNegative() || left.isZero()) {
                throw new IllegalStateException(
                        name + " is " + hold.lock().name().toLowerCase(Locale.ROOT) + " still; request its code later");
            }
            sleeper.sleep(LOOK_AGAIN.compareTo(left) < 0 ? LOOK_AGAIN : left);
            hold = hold(name);
        }
        try {
            return Optional.of(authCode(name));
        } catch (OvhRejectedInputException e) {
            if (hold.lock() == Lock.UNAVAILABLE) {
                return Optional.empty(); // an extension with neither a lock nor codes
            }
            throw e;
        }
    }

    /** Whether names of this extension move by the tag of a registrar, without lock and code. */
    public static boolean movesByTag(DomainName name) {
        return name.ascii().endsWith(".uk");
    }

    /** The registrars to which a {@code .uk} name can move: tag to name. */
    public Map<String, String> registrars(DomainName name) {
        Map<String, String> byTag = new TreeMap<>();
        api.send(ApiCall.of(REGISTRARS, name.ascii()))
                .json()
                .forEach(each ->
                        byTag.put(each.path("tag").asText(), each.path("name").asText()));
        return byTag;
    }

    /**
     * Moves a {@code .uk} name to the registrar with this tag, {@code POST /domain/{serviceName}/ukOutgoingTransfer}.
     * Sent once: if no answer comes, {@link #hold} and the tasks of the name show the result.
     *
     * @return the task; empty if the answer has none
     */
    public Optional<DomainTask> handTo(DomainName name, String tag) {
        return Optional.ofNullable(api.send(ApiCall.of(BY_TAG, name.ascii()).withBody(Map.of("tag", tag)))
                .as(DomainTask.class));
    }

    /**
     * The lock and transfer state of a name.
     *
     * @param lock its transfer lock
     * @param leaving whether its transfer to another registrar is in progress
     */
    public record Hold(Lock lock, boolean leaving) {
        /** Whether its auth code is given: no lock holds it, or its extension has none. */
        boolean isOpen() {
            return lock == Lock.UNLOCKED || lock == Lock.UNAVAILABLE;
        }
    }

    /** The values of {@code transferLockStatus}. */
    public enum Lock {
        /** Nobody can move the name. */
        LOCKED,
        /** Is being locked. */
        LOCKING,
        /** Anybody with the auth code can move the name; OVHcloud locks it again after seven days. */
        UNLOCKED,
        /** Is being unlocked. */
        UNLOCKING,
        /** The extension has no lock. */
        UNAVAILABLE,
        /** A value of a newer API. */
        UNKNOWN;

        static Lock of(String text) {
            for (Lock each : values()) {
                if (each.name().equalsIgnoreCase(text)) {
                    return each;
                }
            }
            return UNKNOWN;
        }
    }
}
