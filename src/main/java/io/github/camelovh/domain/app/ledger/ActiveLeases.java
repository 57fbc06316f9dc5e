// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.order.PurchaseKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * What this process works on now: what the journal and the budget write under, and whose leases have to be extended
 * meanwhile. A claim is held from the moment it is made; it is begun when a thread works on it. Thread-safe.
 */
public final class ActiveLeases {
    private final ConcurrentMap<String, Held> held = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /**
     * @param claim what is held
     * @param since when it was made, in nanoseconds
     * @param worker the thread that works on it; null while it waits for one
     */
    private record Held(Claim claim, long since, Thread worker) {
        boolean isAlive() {
            return worker == null || worker.isAlive();
        }

        Held begun(Thread by) {
            return new Held(claim, since, by);
        }
    }

    /** Nothing is held. */
    public ActiveLeases() {
        this(System::nanoTime);
    }

    /** Nothing is held; time is that of a clock that nobody sets. */
    public ActiveLeases(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Holds a claim, until a worker begins it.
     *
     * @return false if this process still works on an earlier claim of the same purchase or row; leave the new one alone
     *     then
     */
    public boolean hold(Claim claim) {
        return held.putIfAbsent(keyOf(claim), new Held(claim, nanos.getAsLong(), null)) == null;
    }

    /**
     * Begins work on claims, by this thread.
     *
     * @return false if one of them is not held any more, or was begun already; none is begun then
     */
    public synchronized boolean begin(Collection<Claim> claims) {
        if (!claims.stream().allMatch(this::waits)) {
            return false;
        }
        claims.forEach(claim -> held.computeIfPresent(keyOf(claim), (key, each) -> each.begun(Thread.currentThread())));
        return true;
    }

    private boolean waits(Claim claim) {
        Held each = held.get(keyOf(claim));
        return each != null && each.claim().equals(claim) && each.worker() == null;
    }

    /**
     * Lets go of claims that no worker has begun for so long, and of those whose worker died.
     *
     * @return these claims, to be given back
     */
    public synchronized List<Claim> takeIdle(Duration longest) {
        long now = nanos.getAsLong();
        List<Claim> idle = held.values().stream()
                .filter(each -> each.worker() == null ? now - each.since() > longest.toNanos() : !each.isAlive())
                .map(Held::claim)
                .toList();
        idle.forEach(this::letGo);
        return idle;
    }

    /** Ends work on a claim; nothing if it is not held. */
    public void letGo(Claim claim) {
        held.computeIfPresent(keyOf(claim), (key, each) -> each.claim().equals(claim) ? null : each);
    }

    /** All whose leases have to last: they wait for a worker, or it is alive. */
    public List<Claim> all() {
        return held.values().stream().filter(Held::isAlive).map(Held::claim).toList();
    }

    /** The claim of a purchase; empty if this process does not hold it. */
    public Optional<Claim> of(PurchaseKey key) {
        return Optional.ofNullable(held.get(key.text())).map(Held::claim);
    }

    /** No key of a purchase looks like the second form. */
    private static String keyOf(Claim claim) {
        return claim.purchaseKey() == null ? "request " + claim.requestId() : claim.purchaseKey();
    }
}
