// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.model.BillingOrder;
import io.github.camelovh.domain.api.model.Cart;
import io.github.camelovh.domain.api.model.CartItem;
import io.github.camelovh.domain.api.model.ConfigurationItem;
import io.github.camelovh.domain.api.model.ConfigurationRequirement;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs one step of a purchase and returns what is known afterwards. It does not decide about the next step.
 * Thread-safe: it has no state of its own.
 */
final class PurchaseExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(PurchaseExecutor.class);

    private final CartCalls carts;
    private final OrderCalls orders;
    private final CartSearch search;
    private final Holdings holdings;
    private final Budget budget;
    private final OrderSettings settings;
    private final ServerTime time;

    PurchaseExecutor(
            CartCalls carts,
            OrderCalls orders,
            Holdings holdings,
            Budget budget,
            OrderSettings settings,
            ServerTime time) {
        this.carts = carts;
        this.orders = orders;
        this.search = new CartSearch(carts, orders, settings, time);
        this.holdings = holdings;
        this.budget = budget;
        this.settings = settings;
        this.time = time;
    }

    PurchaseFacts perform(Act.Perform act, Purchase purchase, PurchaseFacts facts) {
        CartFacts cart = facts.cart();
        CheckoutFacts checkout = facts.checkout();
        return switch (act.step()) {
            case LOOK_AT_HOLDINGS -> lookAtHoldings(purchase, facts);
            case FIND_CARTS -> search.find(purchase, facts);
            case CREATE_CART -> {
                Instant now = time.asked();
                Cart made = carts.create(settings.subsidiary(), purchase.key().text(), now.plus(settings.cartLife()));
                yield facts.with(cart.made(made.cartId(), now));
            }
            case ASSIGN_CART -> {
                carts.assign(cart.id());
                yield facts.with(cart.assigned(true));
            }
            case DISCARD_CART -> {
                carts.delete(act.subject());
                yield facts.withoutCart(act.subject());
            }
            case ASK_OFFERS -> askOffers(purchase, facts);
            case LIST_ITEMS -> listItems(purchase, facts);
            case ADD_ITEM -> addItem(purchase, facts);
            case DISCARD_ITEM -> {
                long item = Long.parseLong(act.subject());
                carts.deleteItem(cart.id(), item);
                yield facts.with(facts.item().without(item)).with(facts.quote().stale());
            }
            case READ_REQUIREMENTS -> readRequirements(purchase, facts);
            case LIST_CONFIGURATION -> listConfiguration(purchase, facts);
            case CONFIGURE -> {
                String label = act.subject();
                carts.configure(
                        cart.id(),
                        facts.item().id(),
                        label,
                        purchase.configuration().get(label));
                yield facts.with(facts.item().configured(label));
            }
            case DRY_RUN -> dryRun(purchase, facts);
            case RESERVE -> reserve(purchase, facts);
            case CHECK_OUT -> checkOut(purchase, facts);
            case RECONCILE -> search.evidence(purchase, facts);
            case PAY -> {
                orders.pay(checkout.orderId(), settings.paymentMethodId());
                yield facts.with(checkout.paidNow());
            }
            case READ_ORDER -> readOrder(purchase, facts);
            case WAIT, ORDERED, OWNED, UNDER_WAY, REFUSED, FAILED, UNFINISHED ->
                throw new IllegalStateException(act.step() + " is not performed");
        };
    }

    private PurchaseFacts lookAtHoldings(Purchase purchase, PurchaseFacts facts) {
        if (holdings.owns(purchase.domain())) {
            return facts.holdings(PurchaseStep.OWNED, null);
        }
        Optional<String> underWay = holdings.underWay(purchase.domain());
        return facts.holdings(underWay.isPresent() ? PurchaseStep.UNDER_WAY : null, underWay.orElse(null));
    }

    private PurchaseFacts askOffers(Purchase purchase, PurchaseFacts facts) {
        OfferChoice choice = OfferChoice.of(
                purchase.domain(),
                purchase.action(),
                purchase.duration(),
                purchase.premiumAllowed(),
                purchase.aftermarketAllowed(),
                carts.offers(facts.cart().id(), purchase.action(), purchase.domain()));
        if (!choice.reasons().isEmpty()) {
            return facts.refused(choice.reasons());
        }
        return facts.with(facts.item().offered(choice.offer().pricingMode(), null));
    }

    private PurchaseFacts addItem(Purchase purchase, PurchaseFacts facts) {
        String mode = purchase.approvedPricingMode() != null
                ? purchase.approvedPricingMode()
                : facts.item().pricingMode();
        CartItem item = carts.add(facts.cart().id(), purchase, mode);
        return guarded(purchase, facts.with(facts.item().added(item.itemId(), mode(item), total(item))));
    }

    /** The cart decides what kind of name this is: an offer may have changed since it was approved. */
    private static PurchaseFacts guarded(Purchase purchase, PurchaseFacts facts) {
        ItemFacts item = facts.item();
        return OfferChoice.modeRefused(
                        purchase.domain(),
                        item.pricingMode(),
                        item.priceWithoutTax(),
                        purchase.premiumAllowed(),
                        purchase.aftermarketAllowed())
                .map(facts::refused)
                .orElse(facts);
    }

    private PurchaseFacts listItems(Purchase purchase, PurchaseFacts facts) {
        List<CartItem> same = new ArrayList<>();
        List<Long> foreign = new ArrayList<>();
        for (Long id : carts.items(facts.cart().id()).stream().sorted().toList()) {
            try {
                CartItem item = carts.item(facts.cart().id(), id);
                if (ItemRules.isOwn(purchase, item)) {
                    same.add(item);
                } else if (ItemRules.isForeign(purchase, item)) {
                    foreign.add(id);
                }
            } catch (OvhNotFoundException e) {
                LOG.debug(
                        "item {} was removed from cart {} meanwhile",
                        id,
                        facts.cart().id(),
                        e);
            }
        }
        Optional<CartItem> kept =
                same.stream().filter(item -> purchase.isFor(item.duration())).findFirst();
        List<Long> spares = Stream.concat(foreign.stream(), same.stream().map(CartItem::itemId))
                .filter(id -> kept.isEmpty() || id != kept.get().itemId())
                .toList();
        ItemFacts known = facts.item();
        if (kept.isEmpty()) {
            return facts.settled()
                    .with(known.offerOnly().listed(spares))
                    .with(facts.quote().stale());
        }
        CartItem item = kept.get();
        if (known.id() != null && known.id() == item.itemId()) {
            return facts.settled().with(known.listed(spares));
        }
        ItemFacts adopted = item.configurations().isEmpty()
                ? known.added(item.itemId(), mode(item), total(item))
                : known.adopted(item.itemId(), mode(item), total(item));
        return guarded(
                purchase,
                facts.settled().with(adopted.listed(spares)).with(facts.quote().stale()));
    }

    private static String mode(CartItem item) {
        return item.settings() == null ? null : item.settings().pricingMode();
    }

    private static Money total(CartItem item) {
        return item.price("TOTAL").orElse(null);
    }

    private PurchaseFacts readRequirements(Purchase purchase, PurchaseFacts facts) {
        List<ConfigurationRequirement> listed =
                carts.requirements(facts.cart().id(), facts.item().id());
        List<String> missing = ItemRules.missing(purchase, listed);
        return missing.isEmpty()
                ? facts.with(facts.item().wants(ItemRules.wanted(purchase, listed)))
                : facts.refused(missing);
    }

    /** Reads which values are set already; an item with another configuration is removed and added again. */
    private PurchaseFacts listConfiguration(Purchase purchase, PurchaseFacts facts) {
        String cartId = facts.cart().id();
        ItemFacts item = facts.item();
        List<String> set = new ArrayList<>();
        for (Long id : carts.configurations(cartId, item.id())) {
            ConfigurationItem entry = carts.configuration(cartId, item.id(), id);
            String wish = purchase.configuration().get(entry.label());
            boolean again = set.contains(entry.label());
            if (again || (wish != null && !wish.equals(entry.value()))) {
                return facts.settled()
                        .with(item.offerOnly().wants(item.wanted()).listed(List.of(item.id())));
            }
            set.add(entry.label());
        }
        return facts.settled().with(item.configuredExactly(set));
    }

    private PurchaseFacts dryRun(Purchase purchase, PurchaseFacts facts) {
        Optional<CartPrice> price = CartPrice.of(carts.dryRun(facts.cart().id()));
        if (price.isEmpty()) {
            return facts.failed(
                    "OVHcloud returned no price for " + purchase.domain() + "; it was not ordered: run it again later",
                    true);
        }
        PurchaseFacts asked = facts.with(facts.quote().asked(price.get(), time.now()));
        if (PurchaseProtocol.unlikeItsItem(asked)) {
            return asked.with(asked.item().unlisted());
        }
        return asked;
    }

    /**
     * The kind of name and the price are checked here, whatever happened before, so that nothing can bypass the check.
     */
    private PurchaseFacts reserve(Purchase purchase, PurchaseFacts facts) {
        PurchaseFacts seen = guarded(purchase, facts);
        if (!seen.reasons().isEmpty()) {
            return seen;
        }
        List<String> objections = objections(purchase, facts.quote());
        return objections.isEmpty() ? seenAgain(facts).with(facts.quote().granted()) : facts.refused(objections);
    }

    /** What the limits and the budget say against this price; if nothing, the budget has reserved it. */
    private List<String> objections(Purchase purchase, QuoteFacts quote) {
        List<String> objections = PriceGuard.objections(purchase, quote.withoutTax(), quote.withTax());
        return objections.isEmpty()
                ? budget.reserve(purchase.key(), quote.withTax()).map(List::of).orElse(List.of())
                : objections;
    }

    /** A cart that others may have filled is read once more, straight before its checkout. */
    private static PurchaseFacts seenAgain(PurchaseFacts facts) {
        return facts.cart().filled() ? facts.with(facts.item().unseen()) : facts;
    }

    private PurchaseFacts checkOut(Purchase purchase, PurchaseFacts facts) {
        Order order = carts.checkOut(facts.cart().id(), settings.payment() == OrderSettings.Payment.PREFERRED_METHOD);
        if (order == null || order.orderId() == null) {
            return facts; // an answer without an order is not an answer: the doubt stays
        }
        PurchaseFacts ordered = facts.sure().with(facts.checkout().answered(order.orderId()));
        return CartPrice.of(order)
                .map(price -> charged(purchase, ordered, price, false))
                .orElseGet(() -> facts.found(order.orderId())); // it is read before it is paid
    }

    /**
     * The order decides what is paid: its price may be another one than that of the dry run. What an earlier run
     * reserved passes the limits of this run before this run pays it.
     */
    private PurchaseFacts charged(Purchase purchase, PurchaseFacts facts, CartPrice price, boolean toPay) {
        QuoteFacts before = facts.quote();
        PurchaseFacts charged = facts.with(before.asked(price, time.now()));
        boolean reserved = price.withTax().equals(before.reserved());
        List<String> objections = reserved && (before.judged() || !toPay)
                ? PriceGuard.objections(purchase, price.withoutTax(), price.withTax())
                : objections(purchase, charged.quote());
        return objections.isEmpty() ? charged.with(charged.quote().granted()) : charged.refused(objections);
    }

    private PurchaseFacts readOrder(Purchase purchase, PurchaseFacts facts) {
        OrderStatus status = orders.status(facts.checkout().orderId());
        if (status.cancelled() && facts.cart().id() != null && facts.checkout().found()) {
            // A cancelled order is not a purchase: its cart is left alone and another one is filled.
            budget.cancel(purchase.key());
            return facts.sure()
                    .with(facts.cart().buried())
                    .with(facts.item().offerOnly())
                    .with(QuoteFacts.NONE)
                    .with(CheckoutFacts.NONE);
        }
        PurchaseFacts read = facts.with(facts.checkout().withStatus(status.status()));
        boolean toPay = status.unpaid()
                && facts.checkout().paidAt() == null
                && settings.payment() == OrderSettings.Payment.NAMED_METHOD;
        return price(orders.order(status.orderId()), facts.quote())
                .map(price -> charged(purchase, read, price, toPay))
                .orElse(read);
    }

    /** What the order says; where it says nothing, what its checkout said. */
    private static Optional<CartPrice> price(BillingOrder order, QuoteFacts known) {
        if (order.priceWithTax() != null && order.priceWithoutTax() != null) {
            return Optional.of(new CartPrice(
                    order.priceWithoutTax().money(), order.priceWithTax().money()));
        }
        return known.known() ? Optional.of(new CartPrice(known.withoutTax(), known.withTax())) : Optional.empty();
    }

    /** The current state of a cart; open when it cannot be read, because then the refusal that led here is believed. */
    CheckoutFacts.Sight sight(String cartId) {
        try {
            return carts.get(cartId).readOnly() ? CheckoutFacts.Sight.CART_CLOSED : CheckoutFacts.Sight.CART_OPEN;
        } catch (OvhNotFoundException e) {
            return CheckoutFacts.Sight.CART_GONE;
        } catch (OvhApiException e) {
            LOG.debug("cart {} could not be read after a refusal, so the refusal is believed", cartId, e);
            return CheckoutFacts.Sight.CART_OPEN;
        }
    }
}
