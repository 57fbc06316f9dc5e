// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.transfer.AuthCodeShape;
import io.github.camelovh.domain.transfer.OutgoingTransfers;
import io.github.camelovh.domain.transfer.Transfers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The operations that transfer names between registrars. Thread-safe. */
final class TransferOperations {
    private static final String RESOURCE = "transfer";
    private static final String DOMAIN = "domain";
    private static final String CODE = "authCode";
    private static final String TOKEN = "token";
    private static final Parameter NAME = Parameter.subject(DOMAIN, "string", true);
    private static final Parameter WAIT = Parameter.wish("wait", CompositeInput.WAIT);
    private final Orders orders;
    private final boolean limited;
    private final Transfers coming;
    private final OutgoingTransfers leaving;
    private final Sleeper sleeper;
    private final LongSupplier nanos;

    private TransferOperations(
            Orders orders,
            boolean limited,
            Transfers coming,
            OutgoingTransfers leaving,
            Sleeper sleeper,
            LongSupplier nanos) {
        this.orders = orders;
        this.limited = limited;
        this.coming = coming;
        this.leaving = leaving;
        this.sleeper = sleeper;
        this.nanos = nanos;
    }

    static List<CompositeOperation> of(
            Orders orders,
            boolean limited,
            Transfers coming,
            OutgoingTransfers leaving,
            Sleeper sleeper,
            LongSupplier nanos) {
        TransferOperations all = new TransferOperations(orders, limited, coming, leaving, sleeper, nanos);
        return Stream.concat(all.incoming().stream(), all.outgoing().stream()).toList();
    }

    private List<CompositeOperation> incoming() {
        return List.of(
                new CompositeOperation(
                        RESOURCE,
                        "start",
                        List.of(
                                NAME,
                                Parameter.subject(CODE, "string", false),
                                Parameter.wish("duration", "duration"),
                                Parameter.subject("config", CompositeInput.MAP, false),
                                OrderOperations.price(limited),
                                Parameter.limit("currency", "string", null),
                                Parameter.limit("allowPremium", "boolean", "false")),
                        "the outcome of the transfer's order; the same name is never ordered twice",
                        this::start),
                new CompositeOperation(
                                RESOURCE,
                                "check",
                                List.of(NAME),
                                "whether the name can be transferred now, the price, and its current name servers",
                                in -> coming.check(in.domain(DOMAIN)))
                        .leavingNothing(),
                new CompositeOperation(
                        RESOURCE,
                        "status",
                        List.of(NAME),
                        "the state of the latest transfer of the name, and who must do the next step",
                        in -> coming.status(in.domain(DOMAIN))),
                new CompositeOperation(
                        RESOURCE,
                        "await",
                        List.of(NAME, WAIT),
                        "the same, when the transfer has ended or needs you, or after the given time (30 minutes)",
                        in -> waiting(in, () -> coming.await(in.domain(DOMAIN), patience(in)))),
                new CompositeOperation(
                        RESOURCE,
                        "fixAuthInfo",
                        List.of(NAME, Parameter.subject(CODE, "string", true)),
                        "the task after another auth code was set and it was relaunched",
                        in -> asked(() -> coming.fixAuthInfo(in.domain(DOMAIN), code(in)))),
                new CompositeOperation(
                        RESOURCE,
                        "cancel",
                        List.of(NAME),
                        "the task after the transfer to OVHcloud was cancelled",
                        in -> asked(() -> coming.cancel(in.domain(DOMAIN)))));
    }

    private List<CompositeOperation> outgoing() {
        return List.of(
                new CompositeOperation(
                        RESOURCE,
                        "release",
                        List.of(NAME, WAIT),
                        "the auth code, after the name was unlocked; nothing if its extension has none. No log and"
                                + " no trace shows it; ${body.secret} returns it",
                        in -> waiting(in, () -> released(in))),
                new CompositeOperation(
                        RESOURCE,
                        "approve",
                        List.of(NAME, Parameter.subject(TOKEN, "string", true)),
                        "the lock state of the name after its outgoing transfer was accepted, with the token of the"
                                + " mail",
                        in -> answered(in, true)),
                new CompositeOperation(
                        RESOURCE,
                        "reject",
                        List.of(NAME, Parameter.subject(TOKEN, "string", true)),
                        "the lock state of the name after its outgoing transfer was refused, with the token of the"
                                + " mail",
                        in -> answered(in, false)),
                new CompositeOperation(
                        RESOURCE,
                        "releaseByTag",
                        List.of(NAME, Parameter.subject("tag", "string", true)),
                        "the task that moves a .uk name to the registrar with the tag",
                        this::byTag));
    }

    private Object start(CompositeInput in) {
        DomainName domain = in.domain(DOMAIN);
        Money most = OrderOperations.money(in, "maxPrice");
        if (most == null && !limited) {
            throw new WrongUsageException(domain + " was not ordered: there is no limit to its price. Set maxPrice"
                    + " (tax included), or give the component a budget; operation check returns the price");
        }
        Map<String, String> labels =
                new LinkedHashMap<>(in.<Map<String, String>>value("config").orElse(Map.of()));
        if (in.text(CODE).isPresent()) {
            labels.put(Purchase.AUTH_INFO, code(in).secret());
        }
        try {
            Purchase wish = Purchase.of(
                            PurchaseAction.TRANSFER, domain, in.text("duration").orElse("P1Y"))
                    .withConfiguration(labels)
                    .allowing(in.isSet("allowPremium"), false);
            return orders.create(most == null ? wish : wish.withMaxPrice(most));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage() + "; nothing was sent");
        }
    }

    private static AuthCode code(CompositeInput in) {
        String text = in.text(CODE).orElseThrow().strip();
        AuthCodeShape.objection(text).ifPresent(why -> {
            throw new WrongUsageException(why + "; nothing was sent");
        });
        return new AuthCode(text);
    }

    private Object released(CompositeInput in) throws InterruptedException {
        try {
            return leaving.release(in.domain(DOMAIN), patience(in), sleeper, nanos)
                    .orElse(null);
        } catch (IllegalStateException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }

    private Object answered(CompositeInput in, boolean accept) {
        DomainName name = in.domain(DOMAIN);
        leaving.answer(name, accept, in.text(TOKEN).orElseThrow());
        return leaving.hold(name);
    }

    private Object byTag(CompositeInput in) {
        DomainName name = in.domain(DOMAIN);
        String tag = in.text("tag").orElseThrow();
        Map<String, String> registrars = leaving.registrars(name);
        if (!registrars.containsKey(tag)) {
            throw new WrongUsageException("No registrar of .uk has that tag" + Nearest.hint(tag, registrars.keySet())
                    + "; " + name + " was not moved");
        }
        return leaving.handTo(name, tag).orElse(null);
    }

    private static Duration patience(CompositeInput in) {
        return in.<Duration>value("wait").orElse(Duration.ofMinutes(30));
    }

    /** What is not possible in the current state is the caller's mistake. */
    private static Object asked(Supplier<Object> work) {
        try {
            return work.get();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }

    private interface Waiting {
        Object get() throws InterruptedException;
    }

    private static Object waiting(CompositeInput in, Waiting work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The wait for " + in.domain(DOMAIN) + " was interrupted; what was begun continues at OVHcloud", e);
        }
    }
}
