// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static io.github.camelovh.domain.operation.Scenario.NAME;
import static io.github.camelovh.domain.operation.Scenario.costly;
import static io.github.camelovh.domain.operation.Scenario.going;
import static io.github.camelovh.domain.operation.Scenario.joinedTo;
import static io.github.camelovh.domain.operation.Scenario.map;
import static io.github.camelovh.domain.operation.Scenario.prepared;
import static io.github.camelovh.domain.operation.Scenario.run;
import static io.github.camelovh.domain.operation.Scenario.with;

import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.Cart;
import io.github.camelovh.domain.operation.Scenario.Input;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.OrderSettings.Payment;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.renewal.RenewalProgress;
import io.github.camelovh.domain.renewal.RenewalState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Purchases and renewals. */
final class OrderScenarios {
    private static final String ELSEWHERE = "elsewhere.example";
    private static final Item NAME_ITEM = new Item("order:addDomain", map("domain", "bought.ovh", "duration", "P1Y"));

    private OrderScenarios() {}

    static List<Scenario> all() {
        return Stream.of(orders(), renewals()).flatMap(List::stream).toList();
    }

    private static List<Scenario> orders() {
        return List.of(
                run("order:check", "domain", "free.ovh"),
                run("order:holding", "domain", NAME),
                run("order:holding", "domain", "free.ovh"),
                prepared("order:holding", world -> {
                    unpaid(world);
                    return with("domain", "bought.ovh");
                }),
                prepared("order:holding", world -> with("domain", TransferScenarios.stuck(world))),
                prepared("order:create", world -> new Input(buying(TransferScenarios.stuck(world)), null)),
                prepared("order:resume", world -> new Input(buying(TransferScenarios.stuck(world)), null)),
                prepared("order:create", OrderScenarios::zoneUnderWay),
                prepared("order:resume", OrderScenarios::zoneUnderWay),
                prepared("order:holding", world -> {
                    world.snapshot = true;
                    return with("domain", "free.ovh");
                }),
                prepared("order:create", world -> {
                    world.snapshot = true;
                    return new Input(buying("bought.ovh"), null);
                }),
                prepared("order:resume", world -> {
                    world.snapshot = true;
                    return new Input(buying("bought.ovh"), null);
                }),
                prepared("transfer:start", world -> {
                    world.snapshot = true;
                    return new Input(moving("taken-a.com", "AUTH-taken-a.com"), null);
                }),
                run("order:quote", buying("free.ovh")),
                run("order:quote", joinedTo(buying("free.ovh"), "dryRun", true)),
                run("order:quote", joinedTo(buying("free.ovh"), "duration", "P2Y")),
                run("order:quote", "domain", ELSEWHERE, "action", "zone"),
                run("order:quote", "domain", ELSEWHERE, "action", "zone", "dryRun", true),
                costly("order:create", world -> new Input(buying("bought.ovh"), null)),
                costly("order:create", world -> {
                    payByName(world);
                    return new Input(buying("bought.ovh"), null);
                }),
                costly(
                        "order:create",
                        world -> new Input(map("domain", ELSEWHERE, "action", "zone", "maxPrice", "0 EUR"), null)),
                costly("order:create", world -> {
                    crowdedCart(world, "camel-ovh-domain create bought.ovh", NAME_ITEM);
                    return new Input(buying("bought.ovh"), null);
                }),
                costly("order:resume", world -> new Input(buying("bought.ovh"), null)),
                costly("order:resume", world -> {
                    crowdedCart(world, "camel-ovh-domain create bought.ovh", NAME_ITEM);
                    return new Input(buying("bought.ovh"), null);
                }),
                costly("order:resume", world -> {
                    payByName(world);
                    return new Input(buying("bought.ovh"), null);
                }),
                costly(
                        "order:resume",
                        world -> new Input(map("domain", ELSEWHERE, "action", "zone", "maxPrice", "0 EUR"), null)),
                costly("order:pay", world -> with("orderId", unpaid(world), "maxPrice", "50 EUR")),
                prepared("order:await", world -> with("orderId", unpaid(world), "wait", "PT1H")));
    }

    private static Input zoneUnderWay(CompositeWorld world) {
        world.call("dns:order", map("zoneName", ELSEWHERE), null);
        world.loseJournal();
        return with("domain", ELSEWHERE, "action", "zone", "maxPrice", "0 EUR");
    }

    static Map<String, Object> buying(String name) {
        return map(
                "domain",
                name,
                "maxPrice",
                "50 EUR",
                "config.OWNER_LEGAL_AGE",
                "true",
                "config.ACCEPT_CONDITIONS",
                "true");
    }

    static Map<String, Object> moving(String name, String code) {
        Map<String, Object> all = buying(name);
        all.put("authCode", code);
        return all;
    }

    /** What is put into a cart: the operation, its parameters. */
    record Item(String operation, Map<String, Object> parameters) {}

    /** A cart of the same purchase that an earlier process left, with one item too many. */
    static void crowdedCart(CompositeWorld world, String key, Item item) {
        Cart cart = (Cart) world.call(
                "order:createCart",
                map(
                        "ovhSubsidiary",
                        "FR",
                        "description",
                        key,
                        "expire",
                        world.sandbox.now().plus(Duration.ofDays(29)).toString()),
                null);
        world.call("order:assignCart", map("cartId", cart.cartId()), null);
        for (int i = 0; i < 2; i++) {
            Map<String, Object> parameters = new HashMap<>(item.parameters());
            parameters.put("cartId", cart.cartId());
            world.call(item.operation(), parameters, null);
        }
    }

    static void payByName(CompositeWorld world) {
        List<?> methods = (List<?>) world.call("order:listPaymentMethods", Map.of(), null);
        world.settings = OrderSettings.of("FR").payingBy(Payment.NAMED_METHOD, (Long) methods.get(0));
    }

    static long unpaid(CompositeWorld world) {
        world.settings = OrderSettings.of("FR").payingBy(Payment.NONE, null);
        return ((PurchaseOutcome.Ordered) world.call("order:create", buying("bought.ovh"), null)).orderId();
    }

    private static List<Scenario> renewals() {
        return List.of(
                costly("renewal:renew", world -> renewing(world, false)),
                costly("renewal:renew", world -> renewing(world, true)),
                run("renewal:state", "domain", NAME),
                run("renewal:quote", "domain", NAME),
                run("renewal:checkPayment", "until", "2030-01-01"),
                run("renewal:planMode", "domain", NAME, "mode", "automatic"),
                prepared("renewal:applyMode", world -> going("domain", NAME, "mode", "automatic")),
                prepared("renewal:planRenewal", world -> renewing(world, false)),
                prepared("renewal:planRenewal", world -> renewing(world, true)),
                prepared("renewal:planRenewal", OrderScenarios::renewedUnpaid),
                costly("renewal:applyRenewal", world -> going(renewing(world, false))),
                costly("renewal:applyRenewal", world -> going(renewing(world, true))),
                prepared("renewal:checkRenewal", world -> {
                    Input renewal = going(renewing(world, false));
                    world.call("renewal:applyRenewal", renewal.parameters(), null);
                    return renewal;
                }),
                prepared("renewal:checkRenewal", world -> unanswered(world, renewing(world, false))),
                prepared("renewal:checkRenewal", world -> unanswered(world, renewedUnpaid(world))),
                run("renewal:setAutomatic", "domain", NAME),
                prepared("renewal:setManual", world -> {
                    world.call("renewal:setAutomatic", map("domain", NAME), null);
                    return with("domain", NAME);
                }),
                run("renewal:cancelAtExpiry", "domain", NAME),
                prepared("renewal:undoCancel", world -> {
                    world.call("renewal:cancelAtExpiry", map("domain", NAME), null);
                    return with("domain", NAME);
                }));
    }

    private static Input renewedUnpaid(CompositeWorld world) {
        Input renewal = renewing(world, false);
        world.settings = OrderSettings.of("FR").payingBy(Payment.NONE, null);
        world.call("renewal:renew", renewal.parameters(), null);
        return renewal;
    }

    /** It goes on where an order was sent, and nothing is known of it. */
    private static Input unanswered(CompositeWorld world, Input renewal) {
        world.step = ApiJson.mapper()
                .valueToTree(new RenewalProgress(
                        (String) renewal.parameters().get("expiry"),
                        world.sandbox.now().toEpochMilli(),
                        BigDecimal.TEN,
                        "EUR",
                        null,
                        true))
                .toString();
        return going(renewal);
    }

    private static Input renewing(CompositeWorld world, boolean expired) {
        world.call("renewal:setManual", map("domain", NAME), null);
        RenewalState seen = (RenewalState) world.call("renewal:state", map("domain", NAME), null);
        if (expired) {
            world.pass(Duration.between(
                            world.sandbox.now(),
                            seen.expiration().atStartOfDay().toInstant(java.time.ZoneOffset.UTC))
                    .plusDays(40));
        }
        return with("domain", NAME, "expiry", seen.expiration().toString(), "maxPrice", "500 EUR");
    }
}
