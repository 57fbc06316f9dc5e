// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The orders of the last weeks by the names in them. An order does not change after it was created, so each is read
 * once, except those of the last hour, whose lines may not be complete yet. Each further name then needs one call.
 * Thread-safe.
 */
final class RecentOrders {
    /** When the lines of an order are complete. */
    private static final Duration SETTLED = Duration.ofHours(1);
    /**
     * After this time, orders that are complete by now are read into the cache, so that little must be read each time.
     */
    private static final Duration GATHERED = Duration.ofHours(1);

    /** After this time, orders that are older than was requested are removed. */
    private static final Duration FORGOTTEN = Duration.ofDays(3);

    private final OrderCalls orders;
    private final ServerTime time;
    private final PurchaseJournal journal;
    /** Orders that this process created, with their names. */
    private final Map<Long, DomainName> own = new ConcurrentHashMap<>();

    private final Map<String, List<OrderLine>> byName = new HashMap<>();
    private Instant readFrom;
    private Instant readTo;

    private record Settled(List<OrderLine> lines, Instant until) {}

    RecentOrders(OrderCalls orders, ServerTime time, PurchaseJournal journal) {
        this.orders = orders;
        this.time = time;
        this.journal = journal;
    }

    /** Records that an order was created for this name, and for nothing else. */
    void made(long orderId, DomainName name) {
        own.put(orderId, name);
    }

    /** The orders since then that may renew this name and are not cancelled, the latest first. */
    List<Long> renewing(DomainName name, Instant from) {
        Settled settled = settled(name, from);
        List<OrderLine> lines = new ArrayList<>(settled.lines());
        for (long id : orders.made(settled.until().isAfter(from) ? settled.until() : from, null)) {
            if (own(id).map(name::equals).orElse(true)) {
                orders.lines(id).stream().filter(line -> line.names(name)).forEach(lines::add);
            }
        }
        return lines.stream()
                .filter(orders::mayRenew)
                .map(OrderLine::orderId)
                .distinct()
                .filter(id -> !orders.status(id).cancelled())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Optional<DomainName> own(long orderId) {
        return Optional.ofNullable(own.get(orderId)).or(() -> journal.orderedFor(orderId));
    }

    /** Reads under a lock: otherwise two threads would read the same orders. */
    private synchronized Settled settled(DomainName name, Instant from) {
        if (readFrom == null || from.isBefore(readFrom) || from.isAfter(readFrom.plus(FORGOTTEN))) {
            byName.clear();
            readFrom = from;
            readTo = from;
        }
        Instant until = time.asked().minus(SETTLED);
        Duration unread = Duration.between(readTo, until);
        if (unread.compareTo(readTo.equals(readFrom) ? Duration.ZERO : GATHERED) > 0) {
            List<OrderLine> read = orders.made(readTo, until).stream()
                    .flatMap(id -> orders.lines(id).stream())
                    .toList();
            read.forEach(line -> line.names().forEach(each -> byName.computeIfAbsent(each, key -> new ArrayList<>())
                    .add(line)));
            readTo = until;
        }
        List<OrderLine> lines = OrderLine.namesOf(name).stream()
                .flatMap(each -> byName.getOrDefault(each, List.of()).stream())
                .distinct()
                .toList();
        return new Settled(lines, readTo);
    }
}
