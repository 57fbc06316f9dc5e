// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerException;
import io.github.camelovh.domain.app.ledger.MoveNotes;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.ledger.WorkKind;
import io.github.camelovh.domain.order.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches ordered names until they are in the account. One look serves all names; looks are close together after an order
 * and rarer with time. A task that ended in error is mended from what the row and a person gave, or reported with what is
 * missing. All that is done about a name is done by the one worker that has claimed its row. Thread-safe.
 */
public final class DeliveryWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWatcher.class);
    /** An order that is not delivered by then is asked for its status, to learn of one that is unpaid or cancelled. */
    private static final Duration DOUBTFUL = Duration.ofMinutes(2);

    private static final int CHUNK = 200;
    private static final int ORDERS_ASKED = 20;

    private final Ledger ledger;
    private final PurchaseRequests purchaseRequests;
    private final AwaitedNames awaited;
    private final TaskRepair repair;
    private final String owner;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private final PollBackoff backoff;
    private final Patience patience;
    private final Map<Long, OrderStatus> orders = new ConcurrentHashMap<>();
    private final Set<Long> doubtful = ConcurrentHashMap.newKeySet();
    private volatile Set<String> owned = Set.of();

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
     * @param owner this process and start
     * @param breaker told when keys or rights are missing
     * @param longest the longest pause between two looks
     */
    public DeliveryWatcher(
            Ledger ledger,
            PurchaseRequests purchaseRequests,
            AwaitedNames awaited,
            TaskRepair repair,
            String owner,
            CircuitBreaker breaker,
            Clock clock,
            Duration longest,
            Patience patience) {
        this.ledger = ledger;
        this.purchaseRequests = purchaseRequests;
        this.awaited = awaited;
        this.repair = repair;
        this.owner = owner;
        this.breaker = breaker;
        this.clock = clock;
        this.backoff = new PollBackoff(longest);
        this.patience = patience;
    }

    /** Whether it is time to look: names are awaited, and the pause is over. */
    public boolean isDue() {
        Instant now = clock.instant();
        if (!backoff.isOver(now) || breaker.isRaised()) {
            return false;
        }
        boolean awaiting = ledger.files().inState(FileState.APPROVED).stream().anyMatch(file -> !ledger.requests()
                .page(file.id(), 0, EnumSet.of(RequestState.ORDERED), 1)
                .isEmpty());
        if (!awaiting) {
            backoff.idle(now);
        }
        return awaiting;
    }

    /**
     * Notes which names the account has now; what follows from it is done by {@link #settle}.
     *
     * @param names all names of the account
     */
    public void owned(Collection<?> names) {
        Set<String> all = new HashSet<>();
        names.forEach(name -> all.add(name.toString().toLowerCase(Locale.ROOT)));
        owned = all;
    }

    /**
     * Ends, mends or goes on awaiting the rows of all names.
     *
     * @param open all tasks of the account that are not at their end
     */
    public void settle(List<DomainTask> open) {
        Map<String, List<DomainTask>> byName = AwaitedNames.byName(open);
        int moved = 0;
        List<Request> watched = ledger.claims().watch(WorkKind.DELIVERY, 0, CHUNK, owner);
        while (!watched.isEmpty()) {
            Instant now = clock.instant();
            Instant again = backoff.following(now);
            Map<Long, DomainTask> tasks = tasksOf(watched, byName, again);
            for (Request request : watched) {
                moved += settleAlone(request, tasks.get(request.id()), now, again) ? 1 : 0;
            }
            watched = ledger.claims()
                    .watch(WorkKind.DELIVERY, watched.get(watched.size() - 1).id(), CHUNK, owner);
        }
        backoff.done(backoff.following(clock.instant()), moved > 0);
    }

    private Map<Long, DomainTask> tasksOf(List<Request> watched, Map<String, List<DomainTask>> byName, Instant again) {
        List<Request> away = watched.stream()
                .filter(request -> !owned.contains(request.domain()))
                .toList();
        try {
            return awaited.tasksOf(away, byName);
        } catch (OvhApiException e) {
            watched.forEach(request -> lookAgain(request, again, request.outcome(), null));
            throw e;
        }
    }

    /** A row that cannot be settled must not keep those behind it from being looked at. */
    private boolean settleAlone(Request request, DomainTask task, Instant now, Instant again) {
        try {
            return settle(request, task, now, again);
        } catch (RuntimeException e) {
            LOG.error("{}: cannot be looked at; the next look comes later", request.domain(), e);
            lookAgain(request, again, request.outcome(), null);
            return false;
        }
    }

    /** Answers whether the row moved on. */
    private boolean settle(Request request, DomainTask task, Instant now, Instant again) {
        Long order = request.orderId();
        OrderStatus status = order == null ? null : orders.get(order);
        if (owned.contains(request.domain())) {
            String why = order == null ? "delivered" : "bought with order " + order + " and delivered";
            end(request, RequestEvent.FINISH, MoveNotes.why(why));
            return true;
        }
        if (task != null && "cancelled".equals(task.status())) {
            end(
                    request,
                    RequestEvent.FAIL,
                    MoveNotes.why("its task " + task.id() + " (" + task.function() + ") was cancelled"
                                    + (task.comment() == null ? "" : ": " + task.comment()))
                            .toDo(
                                    "find out who cancelled it; OVHcloud refunds what was not delivered; then drop the row again"));
            return true;
        }
        if (status != null && status.cancelled()) {
            end(
                    request,
                    RequestEvent.FAIL,
                    MoveNotes.why("order " + order + " was cancelled").toDo("find out why, then drop the row again"));
            return true;
        }
        return task == null ? await(request, status, null, now, again) : look(request, status, task, now, again);
    }

    private boolean look(Request request, OrderStatus status, DomainTask task, Instant now, Instant again) {
        TaskRepair.Standing standing;
        try {
            standing =
                    repair.look(request, task, purchaseRequests.command(request).config());
        } catch (OvhAuthenticationException | OvhMissingRightException e) {
            breaker.raise(e);
            lookAgain(request, again, request.outcome(), null);
            return false;
        } catch (OvhApiException | LedgerException e) {
            LOG.warn("{}: task {} could not be looked at: {}", request.domain(), task.id(), e.getMessage());
            lookAgain(request, again, request.outcome(), null);
            return false;
        }
        if (!standing.needsPerson()) {
            return await(request, status, standing, now, again);
        }
        // It will not go on by itself: waiting longer would only hide that a person is needed.
        end(
                request,
                RequestEvent.GIVE_UP,
                MoveNotes.why((request.orderId() == null ? "under way" : "ordered with order " + request.orderId())
                                + ", but " + standing.news())
                        .toDo(standing.whatToDo())
                        .remembering(standing.memo().json()));
        return true;
    }

    private boolean await(
            Request request, OrderStatus status, TaskRepair.Standing standing, Instant now, Instant again) {
        String news = news(request, status, standing);
        Duration longest = patience.of(request);
        if (request.changedAt().plus(longest).isBefore(now)) {
            end(
                    request,
                    RequestEvent.GIVE_UP,
                    MoveNotes.why("ordered, but not delivered within " + told(longest) + ": " + news)
                            .toDo("look at order " + request.orderId()
                                    + " at OVHcloud; import the same file again to go on waiting"));
            return true;
        }
        boolean late = request.changedAt().plus(DOUBTFUL).isBefore(now) && standing == null;
        if (request.orderId() != null && (late || unpaidWhenOrdered(request))) {
            doubtful.add(request.orderId());
        }
        return lookAgain(
                        request,
                        again,
                        news,
                        standing == null ? null : standing.memo().json())
                && !news.equals(request.outcome());
    }

    private boolean lookAgain(Request request, Instant again, String news, String memo) {
        return ledger.claims().lookAgain(request, again, news, memo);
    }

    private static String told(Duration time) {
        return time.toDays() > 2
                ? time.toDays() + " days"
                : time.toHours() > 0
                        ? time.toHours() + " h"
                        : time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private static String news(Request request, OrderStatus status, TaskRepair.Standing standing) {
        if (standing == null && (status == null ? unpaidWhenOrdered(request) : status.unpaid())) {
            return "order " + request.orderId() + " is not paid yet";
        }
        return standing == null ? "ordered, delivery is awaited" : "ordered, " + standing.news();
    }

    /** Of an ordered row only that is left to do, and it stays noted until the row ends. */
    private static boolean unpaidWhenOrdered(Request request) {
        return request.orderId() != null && request.whatToDo() != null;
    }

    private void end(Request request, RequestEvent event, MoveNotes notes) {
        ledger.claims().advance(request.claim(), event, notes);
        if (request.orderId() != null) {
            orders.remove(request.orderId());
            doubtful.remove(request.orderId());
        }
    }

    /** Notes that a look failed: the next one comes after the pause; without keys or rights none does. */
    public void lookFailed(Exception error) {
        if (error instanceof OvhAuthenticationException || error instanceof OvhMissingRightException) {
            breaker.raise((OvhApiException) error);
        }
        Duration pause = backoff.failed(clock.instant());
        LOG.warn(
                "The account could not be looked at; the next look comes in {} s: {}",
                pause.toSeconds(),
                error.getMessage());
    }

    /** Orders whose names take long, a few at a time: their status may say why. */
    public List<Long> doubtfulOrders() {
        List<Long> asked = doubtful.stream().limit(ORDERS_ASKED).toList();
        asked.forEach(doubtful::remove);
        return asked;
    }

    /** Notes the status of an order; what follows from it is done at the next look. */
    public void status(OrderStatus status) {
        orders.put(status.orderId(), status);
    }
}
