// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

/**
 * The recovery points of a purchase. A purchase found in one of them goes on from there; {@link PurchaseMoves} says what may
 * follow what. Names are stored in ledgers: rename none.
 */
public enum PurchaseStep {
    /** Does the account hold the name, or is a task for it open? */
    LOOK_AT_HOLDINGS(Kind.READ),
    /** Which carts carry the key? */
    FIND_CARTS(Kind.READ),
    CREATE_CART(Kind.EFFECT),
    ASSIGN_CART(Kind.EFFECT),
    /** A cart of ours that will not be used is thrown away. */
    DISCARD_CART(Kind.EFFECT),
    ASK_OFFERS(Kind.READ),
    LIST_ITEMS(Kind.READ),
    ADD_ITEM(Kind.EFFECT),
    /** An item that must not be bought is taken out of the cart. */
    DISCARD_ITEM(Kind.EFFECT),
    READ_REQUIREMENTS(Kind.READ),
    /** Which configurations does the item have already? */
    LIST_CONFIGURATION(Kind.READ),
    CONFIGURE(Kind.EFFECT),
    /** The dry run of the checkout: price with tax, eligibility. */
    DRY_RUN(Kind.READ),
    /** The money is set aside; no call to OVHcloud. */
    RESERVE(Kind.READ),
    /** The one step that spends money. Whoever finds a purchase here may only look, not send. */
    CHECK_OUT(Kind.EFFECT),
    /** Looking for evidence of a checkout whose answer is not known. */
    RECONCILE(Kind.READ),
    WAIT(Kind.READ),
    PAY(Kind.EFFECT),
    /** The status of an order that was found again. */
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

    /** Whether a run of the purchase ends here; written to the journal as well. */
    public boolean isEnd() {
        return kind == Kind.END;
    }

    /** Whether a run ended here that ordered nothing for sure; the next one begins anew and may be for another wish. */
    public boolean isEndWithoutOrder() {
        return this == OWNED || this == UNDER_WAY || this == REFUSED || this == FAILED;
    }
}
