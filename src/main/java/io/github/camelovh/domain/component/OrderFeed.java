// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhExpiredServiceException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.order.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders whose status changes: the given orders, or all since some time before the consumer started. An order that has
 * ended and was passed on needs no further call. An order that cannot be read does not stop the others; it is read
 * again in every poll.
 */
final class OrderFeed implements ChangeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(OrderFeed.class);
    private static final Operation LIST = OperationCatalog.row("order:listOrders");
    private static final Operation STATUS = OperationCatalog.row("order:getOrderStatus");
    private static final Set<String> ENDED = Set.of("delivered", "cancelled");
    private static final Set<String> STATES = Set.of(
            "notPaid",
            "checking",
            "documentsRequested",
            "delivering",
            "delivered",
            "cancelling",
            "cancelled",
            "unknown");

    private final OvhApi api;
    private final Collection<Long> named;
    private final OffsetDateTime from;
    private final Set<Long> watched = new TreeSet<>();
    private final Set<Long> unreadable = new TreeSet<>();

    OrderFeed(OvhApi api, Collection<Long> named, Clock clock, Duration lookBack) {
        this.api = api;
        this.named = List.copyOf(named);
        this.from = OffsetDateTime.now(clock)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .minus(lookBack)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Set<String> states() {
        return STATES;
    }

    @Override
    public List<Change> poll(ChangeLedger ledger) {
        watched.addAll(named.isEmpty() ? since() : named);
        List<Change> changes = new ArrayList<>();
        OvhServerFaultException fault = null;
        for (Long id : watched) {
            if (ENDED.stream().noneMatch(state -> ledger.knows(subject(id), state))) {
                try {
                    look(id, changes);
                } catch (OvhServerFaultException e) {
                    fault = e;
                    warnOnce(id, e);
                }
            }
        }
        if (fault != null && changes.isEmpty()) {
            throw fault; // no order could be read: the poll failed
        }
        return changes;
    }

    @Override
    public void putBack(Change change) {
        // every open order is read in every poll
    }

    private List<Long> since() {
        return api.send(ApiCall.of(LIST).withQuery("date.from", from)).asList(Long.class);
    }

    private void look(Long id, List<Change> changes) {
        try {
            String status = api.send(ApiCall.of(STATUS, id)).text();
            changes.add(new Change(
                    subject(id),
                    status,
                    new OrderStatus(id, status),
                    Map.of(OvhDomainConstants.ORDER_ID, id, OvhDomainConstants.STATUS, status),
                    null));
            unreadable.remove(id);
        } catch (OvhNotFoundException | OvhExpiredServiceException e) {
            warnOnce(id, e);
        }
    }

    private void warnOnce(Long id, OvhApiException e) {
        if (unreadable.add(id)) {
            LOG.warn(
                    "Order {} cannot be read, so its changes are not reported; the others continue. If it is not an"
                            + " order of this account, remove it from orderIds ({})",
                    id,
                    e.getMessage());
        }
    }

    private static String subject(long id) {
        return "order:" + id;
    }
}
