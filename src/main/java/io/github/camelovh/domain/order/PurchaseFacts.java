// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything that one purchase knows about itself; {@link PurchaseProtocol} decides only on these facts. Immutable. Its
 * JSON form is stored in ledgers, so it contains no secret: labels of configurations, never their values.
 *
 * @param content a digest of the request; the same key with another content is a conflict
 * @param doubt an effect that was sent, or is about to be sent, and of which it is not known whether it happened; null
 * when everything is known
 * @param holdingsClear whether this run saw that the account neither owns the name nor has a task open for it
 * @param standing what the holdings showed instead: {@code OWNED}, {@code UNDER_WAY} or null
 * @param cart the cart
 * @param item the name in the cart
 * @param quote the dry run
 * @param checkout the checkout and the order
 * @param troubles how many answers were lost so far
 * @param reasons why it is refused; empty if it is not
 * @param failure the error that ended it; null if there is none
 * @param retryable whether that error is temporary
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PurchaseFacts(
        String content,
        PurchaseStep doubt,
        boolean holdingsClear,
        PurchaseStep standing,
        CartFacts cart,
        ItemFacts item,
        QuoteFacts quote,
        CheckoutFacts checkout,
        int troubles,
        List<String> reasons,
        String failure,
        boolean retryable) {

    /** A cart whose deletion was not answered stays in doubt. */
    private static final Set<PurchaseStep> FILLING_CART =
            Set.of(PurchaseStep.ADD_ITEM, PurchaseStep.DISCARD_ITEM, PurchaseStep.CONFIGURE, PurchaseStep.DISCARD_CART);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule("instants as text")
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantFromText()))
            .build();

    public PurchaseFacts {
        reasons = List.copyOf(reasons);
    }

    /** Nothing is known yet except the request. */
    static PurchaseFacts about(Purchase purchase) {
        return new PurchaseFacts(
                purchase.content(),
                null,
                false,
                null,
                CartFacts.NONE,
                ItemFacts.NONE,
                QuoteFacts.NONE,
                CheckoutFacts.NONE,
                0,
                List.of(),
                null,
                false);
    }

    /** The form for a ledger, one line of JSON. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of a purchase cannot be written as JSON: " + this, e);
        }
    }

    /**
     * The facts that {@link #toJson()} wrote.
     *
     * @throws IllegalArgumentException when it is not such a text
     */
    public static PurchaseFacts fromJson(String json) {
        try {
            return JSON.readValue(json, PurchaseFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the facts of a purchase: " + e.getOriginalMessage(), e);
        }
    }

    /** The order, if one is known. */
    public Long orderId() {
        return checkout.orderId();
    }

    /** The facts for a new run: what an earlier run read of the account, or how it ended, is determined again. */
    PurchaseFacts restarted() {
        return changed(draft -> {
            draft.holdingsClear = false;
            draft.standing = null;
            // After a checkout the cart is evidence: what it holds is read, at first and straight before the next one.
            boolean readAgain = cartInDoubt() && checkout.attempted();
            draft.cart = readAgain ? cart.doubted().restarted() : cart.restarted();
            draft.item = readAgain ? item.unseen() : item;
            draft.doubt = readAgain ? null : doubt;
            // A price that was read for a checkout that did not follow is read again straight before it.
            boolean forTheNext = quote.known()
                    && checkout.attempted()
                    && checkout.orderId() == null
                    && quote.at().isAfter(checkout.lastAt());
            draft.quote = checkout.attempted() && !readAgain && !forTheNext ? quote.unjudged() : quote.stale();
            draft.checkout = checkout.restarted();
            draft.troubles = 0;
            draft.reasons = List.of();
            draft.failure = null;
            draft.retryable = false;
        });
    }

    /** The facts for another request with the same key, where this one ordered nothing: its cart is used or deleted. */
    PurchaseFacts replacedBy(Purchase other) {
        PurchaseFacts fresh = about(other);
        return cartInDoubt() ? fresh.with(cart.restarted()).doubting(doubt) : fresh.with(cart.searchFirst());
    }

    PurchaseFacts with(CartFacts now) {
        return changed(draft -> draft.cart = now);
    }

    PurchaseFacts with(ItemFacts now) {
        return changed(draft -> draft.item = now);
    }

    PurchaseFacts with(QuoteFacts now) {
        return changed(draft -> draft.quote = now);
    }

    PurchaseFacts with(CheckoutFacts now) {
        return changed(draft -> draft.checkout = now);
    }

    /** One of our carts is gone; if it is the current cart, its contents are gone too. */
    PurchaseFacts withoutCart(String discarded) {
        PurchaseFacts left = sure().with(cart.without(discarded));
        return discarded.equals(cart.id())
                ? left.with(item.offerOnly()).with(quote.stale()).with(CheckoutFacts.NONE)
                : left;
    }

    PurchaseFacts doubting(PurchaseStep step) {
        return changed(draft -> draft.doubt = step);
    }

    /** A read has settled a doubt about the cart; only evidence settles a doubt about a checkout. */
    PurchaseFacts settled() {
        return doubt == PurchaseStep.CHECK_OUT ? this : sure();
    }

    /**
     * Whether it is not known what the cart holds, because a call that fills it was not answered. OVHcloud may carry
     * out such a call at any time later, also between a look at the cart and its checkout. So the cart is deleted, and
     * never checked out.
     */
    boolean cartInDoubt() {
        return cart.id() != null && doubt != null && FILLING_CART.contains(doubt);
    }

    PurchaseFacts sure() {
        return doubting(null);
    }

    PurchaseFacts troubled() {
        return changed(draft -> draft.troubles = troubles + 1);
    }

    PurchaseFacts holdings(PurchaseStep found, String text) {
        return changed(draft -> {
            draft.holdingsClear = found == null;
            draft.standing = found;
            draft.reasons = text == null ? reasons : List.of(text);
        });
    }

    /** Evidence of an order overrides every reason against creating one. The order says what it costs. */
    PurchaseFacts found(long order) {
        return changed(draft -> {
            draft.doubt = null;
            draft.quote = quote.stale();
            draft.checkout = checkout.foundOrder(order);
            draft.reasons = List.of();
        });
    }

    PurchaseFacts refused(String reason) {
        return refused(List.of(reason));
    }

    PurchaseFacts refused(List<String> more) {
        var all = new ArrayList<>(reasons);
        all.addAll(more);
        return changed(draft -> draft.reasons = all);
    }

    PurchaseFacts failed(String error, boolean mayPass) {
        return changed(draft -> {
            draft.failure = error;
            draft.retryable = mayPass;
        });
    }

    private PurchaseFacts changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.facts();
    }

    private static final class Draft {
        private final String content;
        private PurchaseStep doubt;
        private boolean holdingsClear;
        private PurchaseStep standing;
        private CartFacts cart;
        private ItemFacts item;
        private QuoteFacts quote;
        private CheckoutFacts checkout;
        private int troubles;
        private List<String> reasons;
        private String failure;
        private boolean retryable;

        Draft(PurchaseFacts facts) {
            content = facts.content;
            doubt = facts.doubt;
            holdingsClear = facts.holdingsClear;
            standing = facts.standing;
            cart = facts.cart;
            item = facts.item;
            quote = facts.quote;
            checkout = facts.checkout;
            troubles = facts.troubles;
            reasons = facts.reasons;
            failure = facts.failure;
            retryable = facts.retryable;
        }

        PurchaseFacts facts() {
            return new PurchaseFacts(
                    content,
                    doubt,
                    holdingsClear,
                    standing,
                    cart,
                    item,
                    quote,
                    checkout,
                    troubles,
                    reasons,
                    failure,
                    retryable);
        }
    }

    /** The component must not bring Jackson's own module for java.time. */
    private static final class InstantFromText extends StdDeserializer<Instant> {

        @Serial
        private static final long serialVersionUID = 1L;

        InstantFromText() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Instant.parse(parser.getText());
        }
    }
}
