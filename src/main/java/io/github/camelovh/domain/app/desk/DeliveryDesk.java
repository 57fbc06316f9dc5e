/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.desk;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.MoveNotes;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.ledger.Work;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.task.Mending;
import io.github.camelovh.domain.task.RepairFacts;
import io.github.camelovh.domain.task.TaskDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches ordered names until they are in the account. One look serves all names; looks are close together after an order
 * and rarer with time. A task that ended in error is mended from the row's own data, or reported with what is missing.
 * Thread-safe.
 */
public final class DeliveryDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);
    /** An order that is not delivered by then is asked for its status, to learn of one that is unpaid or cancelled. */
    private static final Duration DOUBTFUL = Duration.ofMinutes(2);

    /** The tasks that an ordered row waits for. */
    private static final Set<String> CREATIONS = Set.of("DomainCreate", "DomainAfterMarket");

    /** How far the clock of OVHcloud and ours may be apart without a task looking older than its order. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final int CHUNK = 200;
    private static final int ORDERS_ASKED = 20;

    private final Ledger ledger;
    private final Wishes wishes;
    private final Supplier<TaskDesk> tasks;
    private final String owner;
    private final Alarm alarm;
    private final Clock clock;
    private final Looks looks;
    private final Duration patience;
    private final Map<String, String> news = new ConcurrentHashMap<>();
    private final Map<String, Missing> missing = new ConcurrentHashMap<>();
    private final Map<Long, OrderStatus> orders = new ConcurrentHashMap<>();
    private final Set<Long> doubtful = ConcurrentHashMap.newKeySet();

    /** What a task in error wants that the row does not give, and how a person gives it. */
    private record Missing(String why, String whatToDo) {}

    /**
     * @param tasks mends tasks
     * @param owner this process and start
     * @param alarm told when keys or rights are missing
     * @param longest the longest pause between two looks
     * @param patience how long a name may take before a person has to look
     */
    public DeliveryDesk(
            Ledger ledger,
            Wishes wishes,
            Supplier<TaskDesk> tasks,
            String owner,
            Alarm alarm,
            Clock clock,
            Duration longest,
            Duration patience) {
        this.ledger = ledger;
        this.wishes = wishes;
        this.tasks = tasks;
        this.owner = owner;
        this.alarm = alarm;
        this.clock = clock;
        this.looks = new Looks(longest);
        this.patience = patience;
    }

    /** Whether it is time to look: names are awaited, and the pause is over. */
    public boolean isDue() {
        Instant now = clock.instant();
        if (!looks.isOver(now) || alarm.isRaised()) {
            return false;
        }
        boolean awaiting = isAwaiting();
        if (!awaiting) {
            looks.idle(now);
        }
        return awaiting;
    }

    /** Whether any name is awaited. */
    public boolean isAwaiting() {
        return ledger.files().inState(FileState.APPROVED).stream().anyMatch(file -> !ledger.requests()
                .page(file.id(), 0, EnumSet.of(RequestState.ORDERED), 1)
                .isEmpty());
    }

    /**
     * Notes which awaited names arrived.
     *
     * @param names all names of the account
     */
    public void arrived(Collection<?> names) {
        Set<String> owned = new HashSet<>();
        names.forEach(name -> owned.add(name.toString().toLowerCase(Locale.ROOT)));
        Instant now = clock.instant();
        Instant again = looks.following(now);
        int delivered = 0;
        List<Request> watched;
        do {
            watched = ledger.claims().claim(Work.DELIVERY, OptionalLong.empty(), CHUNK, owner);
            for (Request request : watched) {
                delivered += settle(request, owned, now, again) ? 1 : 0;
            }
        } while (watched.size() == CHUNK);
        looks.done(again, delivered > 0);
    }

    private boolean settle(Request request, Set<String> owned, Instant now, Instant again) {
        Long order = request.orderId();
        OrderStatus status = order == null ? null : orders.get(order);
        boolean arrived = owned.contains(request.domain());
        boolean cancelled = status != null && status.cancelled();
        if (arrived) {
            String why = order == null ? "delivered" : "bought with order " + order + " and delivered";
            end(request, RequestEvent.FINISH, MoveNotes.why(why));
        } else if (cancelled) {
            end(
                    request,
                    RequestEvent.FAIL,
                    MoveNotes.why("order " + order + " was cancelled").toDo("find out why, then drop the row again"));
        } else if (missing.containsKey(request.domain())) {
            // It will not go on by itself: waiting longer would only hide that a person is needed.
            Missing wanted = missing.get(request.domain());
            end(request, RequestEvent.GIVE_UP, MoveNotes.why(wanted.why()).toDo(wanted.whatToDo()));
        } else if (request.changedAt().plus(patience).isBefore(now)) {
            String told = news(request, status);
            end(
                    request,
                    RequestEvent.GIVE_UP,
                    MoveNotes.why("ordered, but not delivered within " + told(patience) + ": " + told)
                            .toDo("look at order " + order
                                    + " at OVHcloud; import the same file again to go on waiting"));
        } else {
            boolean late = request.changedAt().plus(DOUBTFUL).isBefore(now);
            if (order != null && (late || unpaidWhenOrdered(request))) {
                doubtful.add(order);
            }
            ledger.claims().lookAgain(request.claim(), again, news(request, status));
        }
        return arrived;
    }

    private static String told(Duration time) {
        return time.toHours() > 0
                ? time.toHours() + " h"
                : time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private String news(Request request, OrderStatus status) {
        if (status == null ? unpaidWhenOrdered(request) : status.unpaid()) {
            return "order " + request.orderId() + " is not paid yet";
        }
        return news.getOrDefault(request.domain(), "ordered, delivery is awaited");
    }

    /** Of an ordered row only that is left to do, and it stays noted until the row ends. */
    private static boolean unpaidWhenOrdered(Request request) {
        return request.orderId() != null && request.whatToDo() != null;
    }

    private void end(Request request, RequestEvent event, MoveNotes notes) {
        ledger.claims().advance(request.claim(), event, notes);
        news.remove(request.domain());
        missing.remove(request.domain());
        if (request.orderId() != null) {
            orders.remove(request.orderId());
            doubtful.remove(request.orderId());
        }
    }

    /** Notes that a look failed: the next one comes after the pause; without keys or rights none does. */
    public void lookFailed(Exception error) {
        if (error instanceof OvhAuthenticationException || error instanceof OvhMissingRightException) {
            alarm.raise((OvhApiException) error);
        }
        Duration pause = looks.failed(clock.instant());
        LOG.warn(
                "The account could not be looked at; the next look comes in {} s: {}",
                pause.toSeconds(),
                error.getMessage());
    }

    /** Mends the tasks among these that ended in error and belong to awaited names. */
    public void mend(List<DomainTask> inError) {
        for (DomainTask task : inError) {
            if (task.domain() == null) {
                continue;
            }
            ledger.requests().findByDomain(task.domain().toLowerCase(Locale.ROOT)).stream()
                    .filter(request -> request.state() == RequestState.ORDERED && isOf(request, task))
                    .findFirst()
                    .ifPresent(request -> mend(task, request));
        }
    }

    /**
     * A name can have tasks of other kinds, and one that failed before it was ordered. Where a row has no order, its name
     * was found under way, so that its task is older.
     */
    private boolean isOf(Request request, DomainTask task) {
        if (task.function() != null && !CREATIONS.contains(task.function())) {
            return false;
        }
        return request.orderId() == null
                || task.creationDate() == null
                || ledger.requests().history(request.id()).stream()
                        .filter(move -> move.event() == RequestEvent.START)
                        .findFirst()
                        .map(start -> start.at().minus(CLOCKS_APART))
                        .filter(task.creationDate().toInstant()::isBefore)
                        .isEmpty();
    }

    private void mend(DomainTask task, Request request) {
        var order = wishes.order(request);
        Mending mending = tasks.get().mend(task, new RepairFacts(order.config(), null));
        if (mending.relaunched()) {
            news.put(request.domain(), "its task " + task.id() + " was mended and begun again");
            LOG.info("{}: task {} mended and begun again", request.domain(), task.id());
        } else {
            news.put(request.domain(), mending.sentence());
            LOG.warn("{}: task {} needs a person: {}", request.domain(), task.id(), mending.sentence());
        }
        if (mending.needsAttention()) {
            missing.put(
                    request.domain(),
                    new Missing(
                            (request.orderId() == null ? "under way" : "ordered with order " + request.orderId())
                                    + ", but its task " + task.id() + " ("
                                    + task.function() + ") is in error"
                                    + (task.comment() == null ? "" : ": " + task.comment()) + "; "
                                    + mending.sentence(),
                            "give what is missing with: ovh-domain call task fix -p id=" + task.id()
                                    + " -p argument.NAME=VALUE; then import the same file again to go on waiting"));
        } else {
            missing.remove(request.domain());
        }
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
