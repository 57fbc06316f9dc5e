// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.DomainName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A snapshot of the whole account: one call for the names and one or a few for the open tasks, however many there are.
 * Suitable for many names. {@link #ordered} adds what was ordered since.
 *
 * <p>Thread-safe: if several threads find the snapshot too old, one reads the next one and the others wait for it.
 */
public final class SnapshotHoldings implements Holdings {

    /** After this time, an order shows as a task or a name of the account, or was cancelled. */
    private static final Duration ORDER_SHOWS_WITHIN = Duration.ofHours(1);

    /** Who asks for a name that was ordered wants to know whether it was delivered since, which takes about as long. */
    private static final Duration OLDEST_FOR_ORDERED = Duration.ofSeconds(30);

    private final HoldingCalls calls;
    private final Duration maxAge;
    private final Clock clock;
    private final Map<String, Sold> sold = new ConcurrentHashMap<>();
    private volatile Picture picture;

    /**
     * @param maxAge the highest age of the snapshot; positive
     * @param clock measures its age
     */
    public SnapshotHoldings(OvhApi api, Duration maxAge, Clock clock) {
        this.calls = new HoldingCalls(api);
        this.maxAge = maxAge;
        this.clock = clock;
    }

    @Override
    public boolean owns(DomainName name) {
        Duration oldest = sold.containsKey(name.ascii()) && OLDEST_FOR_ORDERED.compareTo(maxAge) < 0
                ? OLDEST_FOR_ORDERED
                : maxAge;
        return current(oldest).names().contains(name.ascii());
    }

    @Override
    public Optional<String> underWay(DomainName name) {
        Sold order = sold.get(name.ascii());
        if (order != null) {
            return Optional.of("order " + order.orderId() + " for " + name.ascii()
                    + " was made already; nothing more was ordered");
        }
        return Optional.ofNullable(current(maxAge).tasks().get(name.ascii()));
    }

    @Override
    public Optional<Long> orderOf(DomainName name) {
        return Optional.ofNullable(sold.get(name.ascii())).map(Sold::orderId);
    }

    @Override
    public void ordered(DomainName name, long orderId) {
        sold.put(name.ascii(), new Sold(orderId, clock.instant()));
    }

    private Picture current(Duration oldest) {
        Picture seen = picture;
        if (fresh(seen, oldest)) {
            return seen;
        }
        synchronized (this) {
            if (!fresh(picture, oldest)) {
                picture = take();
            }
            return picture;
        }
    }

    private boolean fresh(Picture seen, Duration oldest) {
        return seen != null && clock.instant().isBefore(seen.at().plus(oldest));
    }

    private Picture take() {
        Instant began = clock.instant();
        sold.values().removeIf(order -> order.at().plus(ORDER_SHOWS_WITHIN).isBefore(began));
        Set<String> names = new HashSet<>();
        calls.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        Map<String, String> tasks = new HashMap<>();
        calls.openTasks(task -> {
            if (task.domain() != null) {
                tasks.put(task.domain().toLowerCase(Locale.ROOT), HoldingCalls.sentence(task));
            }
        });
        return new Picture(began, names, tasks);
    }

    private record Picture(Instant at, Set<String> names, Map<String, String> tasks) {}

    private record Sold(long orderId, Instant at) {}
}
