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
 * Names that go to other registrars: their locks, auth codes and tags. Thread-safe. Every method throws
 * {@link OvhApiException} when OVHcloud cannot be asked, or refuses.
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

    /** How a name stands, {@code GET /domain/{serviceName}}. */
    public Hold hold(DomainName name) {
        DomainService seen = api.send(ApiCall.of(GET, name.ascii())).as(DomainService.class);
        return new Hold(Lock.of(seen.transferLockStatus()), "outgoing_transfer".equals(seen.state()));
    }

    /**
     * Sets or lifts the transfer lock, {@code PUT /domain/{serviceName}}; OVHcloud does it by a task.
     *
     * @param locked what is wished; must not be so already
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
     * Answers the mail that a transfer to another registrar brings, {@code POST
     * /domain/{serviceName}/outgoingTransfer/approve}. Sent once: {@link #hold} tells whether the name still leaves.
     *
     * @param accept whether the name may go at once; else the transfer is refused
     * @param token that came by mail; a secret
     */
    public void answer(DomainName name, boolean accept, String token) {
        api.send(ApiCall.of(APPROVE, name.ascii())
                .withBody(Map.of("approveType", accept ? "accept" : "reject", "ident", token)));
    }

    /**
     * Unlocks a name, waits until it is unlocked, and fetches its auth code.
     *
     * @param atMost how long to wait for the lock
     * @return the code; empty where the extension has none
     * @throws IllegalStateException if the name is not unlocked by then, or moves by a tag; it may still be unlocked later
     * @throws InterruptedException when the thread is told to stop waiting
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
        while (hold.lock() != Lock.UNLOCKED && hold.lock() != Lock.UNAVAILABLE) {
            Duration left = atMost.minusNanos(nanos.getAsLong() - begun);
            if (left.isNegative() || left.isZero()) {
                throw new IllegalStateException(
                        name + " is " + hold.lock().name().toLowerCase(Locale.ROOT) + " still; ask for its code later");
            }
            sleeper.sleep(LOOK_AGAIN.compareTo(left) < 0 ? LOOK_AGAIN : left);
            hold = hold(name);
        }
        try {
            return Optional.of(authCode(name));
        } catch (OvhRejectedInputException e) {
            if (hold.lock() == Lock.UNAVAILABLE) {
                return Optional.empty(); // an extension with neither lock nor code
            }
            throw e;
        }
    }

    /** Whether names of this extension move by the tag of a registrar, and have neither lock nor code. */
    public static boolean movesByTag(DomainName name) {
        return name.ascii().endsWith(".uk");
    }

    /** The registrars that a name of {@code .uk} can go to: tag to name. */
    public Map<String, String> registrars(DomainName name) {
        Map<String, String> byTag = new TreeMap<>();
        api.send(ApiCall.of(REGISTRARS, name.ascii()))
                .json()
                .forEach(each ->
                        byTag.put(each.path("tag").asText(), each.path("name").asText()));
        return byTag;
    }

    /**
     * Hands a name of {@code .uk} to the registrar with this tag, {@code POST /domain/{serviceName}/ukOutgoingTransfer}. Sent
     * once: whether an unanswered one arrived is seen by {@link #hold} and the tasks of the name.
     *
     * @return the task; empty where the answer does not tell it
     */
    public Optional<DomainTask> handTo(DomainName name, String tag) {
        return Optional.ofNullable(api.send(ApiCall.of(BY_TAG, name.ascii()).withBody(Map.of("tag", tag)))
                .as(DomainTask.class));
    }

    /**
     * How a name is held.
     *
     * @param lock its transfer lock
     * @param leaving whether its transfer to another registrar is under way
     */
    public record Hold(Lock lock, boolean leaving) {}

    /** What {@code transferLockStatus} can be. */
    public enum Lock {
        /** Nobody can move it. */
        LOCKED,
        /** On its way to locked. */
        LOCKING,
        /** Whoever has the auth code can move it; locked again by OVHcloud after seven days. */
        UNLOCKED,
        /** On its way to unlocked. */
        UNLOCKING,
        /** The extension has no lock. */
        UNAVAILABLE,
        /** A value of a later API. */
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
