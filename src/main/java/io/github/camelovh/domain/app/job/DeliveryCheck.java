// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.action.RouteCaller;
import io.github.camelovh.domain.app.job.Watcher.Seen;
import io.github.camelovh.domain.app.ledger.LedgerException;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.order.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out how names stand that were ordered: whether the account has them now, else by their tasks. One list of names and one of
 * open tasks serve all rows. A task that ended in error is mended from what the row and a person gave, or reported with what is
 * missing. Thread-safe.
 */
public final class DeliveryCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryCheck.class);
    /** An order that is not delivered by then is asked for its status, to learn of one that is unpaid or cancelled. */
    private static final Duration DOUBTFUL = Duration.ofMinutes(2);

    private static final int ORDERS_ASKED = 20;

    private final RouteCaller routes;
    private final ActionRows rows;
    private final AwaitedNames awaited;
    private final TaskRepair repair;
    private final Clock clock;
    private final Patience patience;
    private final Map<Long, OrderStatus> orders = new ConcurrentHashMap<>();
    private final Set<Long> doubtful = ConcurrentHashMap.newKeySet();

    /**
     * How long a name may take before a person has to look.
     *
     * @param order a registration
     * @param transfer a move from another registrar
     */
    public record Patience(Duration order, Duration transfer) {
        Duration of(Request request) {
            return AwaitedNames.isTransfer(request) ? transfer : order;
        }
    }

    /**
     * @param awaited knows which task belongs to which row
     * @param repair mends tasks
     */
    public DeliveryCheck(
            RouteCaller routes,
            ActionRows rows,
            AwaitedNames awaited,
            TaskRepair repair,
            Clock clock,
            Patience patience) {
        this.routes = routes;
        this.rows = rows;
        this.awaited = awaited;
        this.repair = repair;
        this.clock = clock;
        this.patience = patience;
    }

    /** A look, in which the account is asked once, when the first row needs it. */
    Function<List<Request>, List<Seen>> begin() {
        return new Look();
    }

    /** Nothing more has to be known about a row's order. */
    void forget(Request row) {
        if (row.orderId() != null) {
            orders.remove(row.orderId());
            doubtful.remove(row.orderId());
        }
    }

    /** Asks for the status of orders whose names take long, a few at a time: it may say why. The next look uses it. */
    void askForDoubtfulOrders() {
        for (long order : doubtful.stream().limit(ORDERS_ASKED).toList()) {
            doubtful.remove(order);
            OrderStatus status = (OrderStatus) routes.request("check-order-status", order);
            orders.put(order, status);
        }
    }

    /** One look at all names. Used by one thread. */
    private final class Look implements Function<List<Request>, List<Seen>> {
        private Set<String> owned;
        private Map<String, List<DomainTask>> open;

        @Override
        public List<Seen> apply(List<Request> watched) {
            if (owned == null) {
                owned = names();
                open = AwaitedNames.byName(openTasks());
            }
            List<Request> away = watched.stream()
                    .filter(row -> !owned.contains(row.domain()))
                    .toList();
            Map<Long, DomainTask> tasks = awaited.tasksOf(away, open);
            List<Seen> seen = new ArrayList<>();
            for (Request row : watched) {
                seen.add(checkAlone(row, tasks.get(row.id())));
            }
            return seen;
        }

        private Set<String> names() {
            Set<String> names = new HashSet<>();
            ((Collection<?>) routes.request("check-order", null))
                    .forEach(name -> names.add(name.toString().toLowerCase(Locale.ROOT)));
            return names;
        }

        @SuppressWarnings("unchecked")
        private List<DomainTask> openTasks() {
            return (List<DomainTask>) routes.request("check-open-tasks", null);
        }

        /** A row that cannot be looked at must not keep the others from it. */
        private Seen checkAlone(Request row, DomainTask task) {
            try {
                return check(row, task);
            } catch (OvhAuthenticationException | OvhMissingRightException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("{}: cannot be looked at; the next look comes later", row.domain(), e);
                return Seen.waiting(row.outcome(), null);
            }
        }

        private Seen check(Request row, DomainTask task) {
            Long order = row.orderId();
            if (owned.contains(row.domain())) {
                return Seen.ended(new ExecutionResult.Done(
                        order == null ? "delivered" : "bought with order " + order + " and delivered"));
            }
            if (task != null && "cancelled".equals(task.status())) {
                return Seen.ended(new ExecutionResult.Failed(
                        "its task " + task.id() + " (" + task.function() + ") was cancelled"
                                + (task.comment() == null ? "" : ": " + task.comment()),
                        "find out who cancelled it; OVHcloud refunds what was not delivered; then drop the row again"));
            }
            OrderStatus status = order == null ? null : orders.get(order);
            if (status != null && status.cancelled()) {
                return Seen.ended(new ExecutionResult.Failed(
                        "order " + order + " was cancelled", "find out why, then drop the row again"));
            }
            return task == null ? await(row, status, null) : byTask(row, status, task);
        }
    }

    private Seen byTask(Request row, OrderStatus status, DomainTask task) {
        TaskRepair.Standing standing;
        try {
            standing = repair.look(row, task, ((RowCommand.Bought) rows.of(row).command()).config());
        } catch (OvhAuthenticationException | OvhMissingRightException e) {
            throw e;
        } catch (OvhApiException | LedgerException e) {
            LOG.warn("{}: task {} could not be looked at: {}", row.domain(), task.id(), e.getMessage());
            return Seen.waiting(row.outcome(), null);
        }
        if (!standing.needsPerson()) {
            return await(row, status, standing);
        }
        // It will not go on by itself: waiting longer would only hide that a person is needed.
        String what = row.orderId() == null ? "under way" : "ordered with order " + row.orderId();
        return new Seen(
                new ExecutionResult.Stuck(what + ", but " + standing.news(), standing.whatToDo()),
                standing.memo().json());
    }

    private Seen await(Request row, OrderStatus status, TaskRepair.Standing standing) {
        Instant now = clock.instant();
        String news = news(row, status, standing);
        Duration longest = patience.of(row);
        if (row.changedAt().plus(longest).isBefore(now)) {
            return Seen.ended(new ExecutionResult.Stuck(
                    "ordered, but not delivered within " + inWords(longest) + ": " + news,
                    (isUnpaid(row, status, standing) ? "pay or cancel order " : "look at order ") + row.orderId()
                            + " at OVHcloud; import the same file again to go on waiting"));
        }
        boolean late = row.changedAt().plus(DOUBTFUL).isBefore(now) && standing == null;
        if (row.orderId() != null && (late || unpaidWhenOrdered(row))) {
            doubtful.add(row.orderId());
        }
        return Seen.waiting(news, standing == null ? null : standing.memo().json());
    }

    private static String inWords(Duration time) {
        if (time.toDays() > 2) {
            return time.toDays() + " days";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private static String news(Request row, OrderStatus status, TaskRepair.Standing standing) {
        if (isUnpaid(row, status, standing)) {
            return "order " + row.orderId() + " is not paid yet";
        }
        return standing == null ? "ordered, delivery is awaited" : "ordered, " + standing.news();
    }

    private static boolean isUnpaid(Request row, OrderStatus status, TaskRepair.Standing standing) {
        return standing == null && (status == null ? unpaidWhenOrdered(row) : status.unpaid());
    }

    /** Of an ordered row only that is left to do, and it stays noted until the row ends. */
    private static boolean unpaidWhenOrdered(Request row) {
        return row.orderId() != null && row.whatToDo() != null;
    }
}
