// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

/**
 * The recovery points of a purchase. A purchase continues from its last one; {@link PurchaseMoves} says which step may
 * follow which. The names are stored in ledgers: never rename them.
 */
public enum PurchaseStep {
    /** Does the account own the name, or is a task open for it? */
    LOOK_AT_HOLDINGS(Kind.READ),
    /** Which carts have the key? */
    FIND_CARTS(Kind.READ),
    CREATE_CART(Kind.EFFECT),
    ASSIGN_CART(Kind.EFFECT),
    /** A cart of ours that will not be used is deleted. */
    DISCARD_CART(Kind.EFFECT),
    ASK_OFFERS(Kind.READ),
    LIST_ITEMS(Kind.READ),
    ADD_ITEM(Kind.EFFECT),
    /** An item that must not be bought is removed from the cart. */
    DISCARD_ITEM(Kind.EFFECT),
    READ_REQUIREMENTS(Kind.READ),
    /** Which configurations does the item have already? */
    LIST_CONFIGURATION(Kind.READ),
    CONFIGURE(Kind.EFFECT),
    /** The dry run of the checkout: price with tax, eligibility. */
    DRY_RUN(Kind.READ),
    /** The money is reserved; no call to OVHcloud. */
    RESERVE(Kind.READ),
    /** The only step that spends money. A run that finds a purchase in this step may only search, not send. */
    CHECK_OUT(Kind.EFFECT),
    /** Searches for evidence of a checkout whose answer is not known. */
    RECONCILE(Kind.READ),
    WAIT(Kind.READ),
    PAY(Kind.EFFECT),
    /** Reads the status and the price of an order that was found again, or whose checkout named no price. */
    READ_ORDER(Kind.READ),

    ORDERED(Kind.END),
    OWNED(Kind.END),
    UNDER_WAY(Kind.END),
    REFUSED(Kind.END),
    FAILED(Kind.END),
    UNFINISHED(Kind.END);

    private enum Kind {
        READ,
        EFFECT,
        END
    }

    private final Kind kind;

    PurchaseStep(Kind kind) {
        this.kind = kind;
    }

    /** Whether it changes something at OVHcloud; such a step is written to the journal before it is performed. */
    public boolean hasEffect() {
        return kind == Kind.EFFECT;
    }

    /**
     * Whether a run ended here that certainly ordered nothing; the next run starts from the beginning and may be for
     * another request.
     */
    public boolean isEndWithoutOrder() {
        return this == OWNED || this == UNDER_WAY || this == REFUSED || this == FAILED;
    }
}
