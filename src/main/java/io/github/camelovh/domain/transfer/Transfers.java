// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.Offer;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.Quote;
import io.github.camelovh.domain.task.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Transfers of names to OVHcloud: whether they are possible, their state, and how to continue them. {@link Orders}
 * orders them. Thread-safe. Every method that calls OVHcloud throws {@link OvhApiException}.
 */
public final class Transfers {
    private static final String INCOMING = "DomainIncomingTransfer";
    private static final String OUTGOING = "DomainOutgoingTransfer";
    private static final Operation GET = OperationCatalog.row("domain:get");
    private static final Operation PROGRESS = OperationCatalog.row("task:getProgress");
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final OvhApi api;
    private final Orders orders;
    private final Tasks tasks;
    private final Sleeper sleeper;
    private final LongSupplier nanos;

    public Transfers(OvhApi api, Orders orders, Tasks tasks, Sleeper sleeper, LongSupplier nanos) {
        this.api = api;
        this.orders = orders;
        this.tasks = tasks;
        this.sleeper = sleeper;
        this.nanos = nanos;
    }

    /**
     * Whether a name can be transferred now, judged by its offers and by whether the account has it. Orders nothing.
     */
    public TransferCheck check(DomainName name) {
        if (owns(name)) {
            return new TransferCheck(
                    name.ascii(), false, List.of(name + " is in this account already"), null, List.of());
        }
        Quote quote = orders.quote(Purchase.of(PurchaseAction.TRANSFER, name, "P1Y"));
        List<String> servers = orders.check(name).stream()
                .map(Offer::currentNameservers)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new TransferCheck(name.ascii(), quote.orderable(), quote.remarks(), quote.priceWithoutTax(), servers);
    }

    private boolean owns(DomainName name) {
        try {
            api.send(ApiCall.of(GET, name.ascii()));
            return true;
        } catch (OvhNotFoundException e) {
            return false;
        }
    }

    /** The state of the latest transfer of a name, to OVHcloud or away. */
    public TransferStatus status(DomainName name) {
        Optional<DomainTask> latest = Stream.of(INCOMING, OUTGOING)
                .flatMap(function -> tasks.find(name, function, List.of()).found().stream())
                .max(Comparator.comparingLong(DomainTask::id));
        if (latest.isEmpty()) {
            return new TransferStatus(name.ascii(), null, false, null, null, null, null, Awaited.NOBODY, List.of());
        }
        DomainTask task = latest.get();
        JsonNode bar = isOpen(task) ? progress(task.id()) : null;
        List<String> canDo = new ArrayList<>();
        if (task.canRelaunch()) {
            canDo.add("relaunch");
        }
        if (task.canCancel()) {
            canDo.add("cancel");
        }
        if (task.canAccelerate()) {
            canDo.add("accelerate");
        }
        return new TransferStatus(
                name.ascii(),
                task.id(),
                INCOMING.equals(task.function()),
                task.status(),
                task.comment(),
                bar == null ? null : bar.path("currentStep").path("step").asText(null),
                bar == null || !bar.path("progress").isNumber()
                        ? null
                        : bar.path("progress").asInt(),
                awaited(task),
                canDo);
    }

    private static boolean isOpen(DomainTask task) {
        return awaited(task) != Awaited.NOBODY;
    }

    private static Awaited awaited(DomainTask task) {
        return switch (task.status()) {
            case "done", "cancelled" -> Awaited.NOBODY;
            case "error" -> task.canRelaunch() ? Awaited.YOU : Awaited.OVHCLOUD;
            case "problem" -> Awaited.OVHCLOUD;
            default -> Awaited.REGISTRY;
        };
    }

    /** Null if the task has none. */
    private JsonNode progress(long task) {
        try {
            return api.send(ApiCall.of(PROGRESS, task)).json();
        } catch (OvhNotFoundException e) {
            return null;
        }
    }

    /**
     * Waits until the latest transfer of a name has ended, or needs something from you.
     *
     * @param atMost after this time its current status is returned; zero or less reads once
     * @throws InterruptedException when the thread is interrupted
     */
    public TransferStatus await(DomainName name, Duration atMost) throws InterruptedException {
        long begun = nanos.getAsLong();
        Duration pause = FIRST_PAUSE;
        while (true) {
            TransferStatus status = status(name);
            Duration left = atMost.minusNanos(nanos.getAsLong() - begun);
            boolean over = status.hasEnded() || status.awaited() == Awaited.YOU;
            if (over || left.isNegative() || left.isZero()) {
                return status;
            }
            sleeper.sleep(pause.compareTo(left) < 0 ? pause : left);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /**
     * Sets another auth code in the open transfer of a name, and relaunches it.
     *
     * @return the task afterwards
     * @throws IllegalStateException if no transfer of the name waits for a code; nothing was changed then
     */
    public DomainTask fixAuthInfo(DomainName name, AuthCode code) {
        DomainTask task = open(name, "error")
                .orElseThrow(() -> new IllegalStateException("no transfer of " + name
                        + " to OVHcloud is in error, so none waits for a code; nothing was changed"));
        return tasks.fix(task.id(), Map.of("authInfo", code.secret()));
    }

    /**
     * Cancels the open transfer of a name, while that is possible.
     *
     * @return the task afterwards
     * @throws IllegalStateException if no transfer of the name can be cancelled now; nothing was changed then
     */
    public DomainTask cancel(DomainName name) {
        DomainTask task = open(name, "todo", "doing", "error", "problem")
                .filter(DomainTask::canCancel)
                .orElseThrow(() -> new IllegalStateException(
                        "no transfer of " + name + " to OVHcloud can be cancelled now; nothing was changed"));
        return tasks.cancel(task.id());
    }

    private Optional<DomainTask> open(DomainName name, String... statuses) {
        return tasks.find(name, INCOMING, List.of(statuses)).found().stream()
                .max(Comparator.comparingLong(DomainTask::id));
    }
}
