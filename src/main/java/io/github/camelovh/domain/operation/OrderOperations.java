// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Price;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The operations that buy names, on top of {@link Orders}. Thread-safe. */
final class OrderOperations {

    private static final String DOMAIN = "domain";
    private static final Set<String> BESIDE_A_REQUEST = Set.of(
            CompositeInput.REQUEST,
            "maxPrice",
            "currency",
            "allowPremium",
            "allowAftermarket",
            "approvedPrice",
            "dryRun");

    private static final String ORDER = "orderId";

    private final Orders orders;
    private final boolean limited;

    private OrderOperations(Orders orders, boolean limited) {
        this.orders = orders;
        this.limited = limited;
    }

    /**
     * What the resource of orders offers that takes more than one call.
     *
     * @param limited whether the orders have a budget, so that buying needs no {@code maxPrice}
     */
    static List<CompositeOperation> of(Orders orders, boolean limited) {
        OrderOperations all = new OrderOperations(orders, limited);
        List<Parameter> wish = wish(price(limited));
        List<Parameter> order = List.of(Parameter.subject(ORDER, "long", true));
        return List.of(
                new CompositeOperation(
                                "order",
                                "check",
                                List.of(Parameter.subject(DOMAIN, "string", true)),
                                "the offers for a name",
                                in -> orders.check(in.domain(DOMAIN)))
                        .leavingNothing(),
                new CompositeOperation(
                        "order",
                        "holding",
                        List.of(Parameter.subject(DOMAIN, "string", true)),
                        "whether the account holds the name, or else which open task or order buying it would double",
                        in -> orders.holding(in.domain(DOMAIN))),
                new CompositeOperation(
                                "order",
                                "quote",
                                with(wish(price(true)), Parameter.wish("dryRun", "boolean")),
                                "the price of the name; with dryRun also whether its data is eligible. Buys nothing",
                                in -> in.isSet("dryRun")
                                        ? orders.quoteByDryRun(purchase(in))
                                        : orders.quote(purchase(in)))
                        .leavingNothing(),
                new CompositeOperation(
                        "order",
                        "create",
                        wish,
                        "the outcome of the purchase; the same name is never bought twice",
                        in -> all.buy(in, Orders::create)),
                new CompositeOperation(
                        "order",
                        "resume",
                        wish,
                        "the outcome of a purchase that was begun earlier, here or elsewhere",
                        in -> all.buy(in, Orders::resume)),
                new CompositeOperation(
                        "order",
                        "pay",
                        List.of(
                                Parameter.subject(ORDER, "long", true),
                                price(false),
                                Parameter.limit("currency", "string", null),
                                Parameter.limit("paymentMethod", "long", null)),
                        "the order's status after paying it once, with the given method or the preferred one, if it costs"
                                + " at most maxPrice; without maxPrice only an order of 0 is paid, even with a budget",
                        all::pay),
                new CompositeOperation(
                        "order",
                        "await",
                        with(order, Parameter.wish("wait", CompositeInput.WAIT)),
                        "the order's status when it is delivered or cancelled, or after the given time (30 minutes)",
                        all::await));
    }

    /**
     * The limit of a price, tax included.
     *
     * @param limited whether something else limits what is spent, or nothing is; else nothing may be spent without a price
     */
    static Parameter price(boolean limited) {
        return Parameter.limit("maxPrice", CompositeInput.MONEY, limited ? null : "0");
    }

    private static List<Parameter> wish(Parameter price) {
        return List.of(
                Parameter.subject(DOMAIN, "string", false),
                Parameter.subject(CompositeInput.REQUEST, CompositeInput.OBJECT, false),
                Parameter.wish("action", "string"),
                Parameter.wish("duration", "duration"),
                Parameter.subject("config", CompositeInput.MAP, false),
                price,
                Parameter.limit("currency", "string", null),
                Parameter.limit("allowPremium", "boolean", "false"),
                Parameter.limit("allowAftermarket", "boolean", "false"),
                Parameter.limit("approvedPrice", CompositeInput.MONEY, null),
                Parameter.wish("pricingMode", "string"));
    }

    private static List<Parameter> with(List<Parameter> some, Parameter more) {
        List<Parameter> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private Object buy(CompositeInput in, BiFunction<Orders, Purchase, Object> how) {
        Purchase purchase = purchase(in);
        if (purchase.maxPriceWithTax() == null && !limited) {
            throw new WrongUsageException(purchase.domain() + " was not ordered: there is no limit to its price. Set"
                    + " maxPrice (tax included), or give the component a budget; operation quote returns the price");
        }
        return how.apply(orders, purchase);
    }

    /**
     * A budget is no limit here: it reserves money for what is ordered with it, and whoever pays by number may pay what was ordered
     * elsewhere.
     */
    private Object pay(CompositeInput in) {
        long order = in.number(ORDER);
        Money most = money(in, "maxPrice");
        Price price = orders.order(order).priceWithTax();
        if (price == null) {
            throw new WrongUsageException("Order " + order + " was not paid: OVHcloud does not tell its price");
        }
        Money limit = most == null ? Money.zero(price.currencyCode()) : most;
        if (!limit.currency().equals(price.currencyCode()) || price.money().compareTo(limit) > 0) {
            throw new WrongUsageException(
                    "Order " + order + " was not paid: it costs " + price.money() + " with tax, and "
                            + (most == null
                                    ? "there is no limit to its price. Set maxPrice (tax included) at the endpoint"
                                    : "maxPrice is " + most));
        }
        try {
            orders.pay(order, in.<Long>value("paymentMethod").orElse(null));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage());
        }
        return orders.status(order);
    }

    private Object await(CompositeInput in) {
        try {
            return orders.await(in.number(ORDER), in.<Duration>value("wait").orElse(Duration.ofMinutes(30)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The wait for order " + in.number(ORDER) + " was interrupted; the order itself continues", e);
        }
    }

    /** The typed request with the limits that count, or the one that the single parameters make. */
    private static Purchase purchase(CompositeInput in) {
        Optional<Purchase> whole = in.object(CompositeInput.REQUEST, Purchase.class);
        if (whole.isPresent()) {
            return limited(whole.get(), in);
        }
        if (in.text(DOMAIN).isEmpty()) {
            throw new WrongUsageException("parameter \"domain\" (string) is missing; nothing was sent");
        }
        DomainName domain = in.domain(DOMAIN);
        try {
            Purchase plain = Purchase.of(action(in), domain, in.text("duration").orElse("P1Y"))
                    .withConfiguration(in.<Map<String, String>>value("config").orElse(Map.of()))
                    .allowing(in.isSet("allowPremium"), in.isSet("allowAftermarket"));
            Money most = money(in, "maxPrice");
            Money approved = money(in, "approvedPrice");
            plain = most == null ? plain : plain.withMaxPrice(most);
            return approved == null
                    ? plain
                    : plain.approvedAt(approved, in.text("pricingMode").orElse(null));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage() + "; nothing was sent");
        }
    }

    /** Whatever stands beside a typed request, and is no limit, would be ignored, which nobody would see. */
    private static Purchase limited(Purchase whole, CompositeInput in) {
        Set<String> others = new TreeSet<>(in.names());
        others.removeAll(BESIDE_A_REQUEST);
        if (!others.isEmpty()) {
            throw new WrongUsageException("There is a Purchase of " + whole.domain() + ", which says all: "
                    + String.join(", ", others) + " cannot be given beside it. Nothing was sent");
        }
        Purchase limited = whole.withMaxPrice(money(in, "maxPrice"))
                .allowing(in.isSet("allowPremium"), in.isSet("allowAftermarket"));
        Money approved = money(in, "approvedPrice");
        return approved == null ? limited : limited.approvedAt(approved, whole.approvedPricingMode());
    }

    private static PurchaseAction action(CompositeInput in) {
        String word = in.text("action").orElse(PurchaseAction.CREATE.word());
        List<String> accepted = Arrays.stream(PurchaseAction.values())
                .filter(each -> each != PurchaseAction.TRADE) // contact:changeOwner
                .map(PurchaseAction::word)
                .toList();
        if (!accepted.contains(word)) {
            throw new IllegalArgumentException("there is no action \"" + word + "\"" + Nearest.hint(word, accepted));
        }
        return PurchaseAction.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** {@return the limit of an amount; null if there is none} */
    static Money money(CompositeInput in, String name) {
        return in.<Money>value(name).orElse(null);
    }

    static String currency(CompositeInput in) {
        return in.text("currency").orElse("EUR");
    }
}
