// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.util.Objects;

/**
 * A row on its way into the ledger, valid or already refused.
 *
 * @param line line of the file where the row begins, from 1; unique in the file
 * @param action what is asked, as in the file; empty where the row has none
 * @param domain the name in its ASCII form; for a refused row whatever stood there
 * @param asked what of the name only one open request may ask for: the action, and what it is about where a name can have
 *     several of it at once
 * @param purchaseKey key of the purchase, null where nothing is bought
 * @param byCart whether it is bought by a cart; what costs something without one, or nothing, is done as a change
 * @param rowData the row as JSON, without secrets
 * @param sealedSecret a secret of the row, sealed by {@link SecretSeal}; null if none
 * @param refusal why the row is refused; null for a valid row
 * @param whatToDo how to mend it, null for a valid row
 */
public record NewRequest(
        long line,
        String action,
        String domain,
        String asked,
        String purchaseKey,
        boolean byCart,
        String rowData,
        String sealedSecret,
        String refusal,
        String whatToDo) {
    public NewRequest {
        Objects.requireNonNull(action);
        Objects.requireNonNull(domain);
        Objects.requireNonNull(asked);
        Objects.requireNonNull(rowData);
        if (line < 1) {
            throw new IllegalArgumentException("A row has a line from 1, not " + line);
        }
    }

    /** A valid row that asks to buy. */
    public static NewRequest purchase(
            long line, String action, String domain, String purchaseKey, String rowData, String sealedSecret) {
        return new NewRequest(
                line,
                action,
                domain,
                action,
                Objects.requireNonNull(purchaseKey),
                true,
                rowData,
                sealedSecret,
                null,
                null);
    }

    /**
     * A valid row that asks to change something.
     *
     * @param purchaseKey under which money is set aside for it; null where it costs nothing
     */
    public static NewRequest change(
            long line,
            String action,
            String domain,
            String asked,
            String purchaseKey,
            String rowData,
            String sealedSecret) {
        return new NewRequest(line, action, domain, asked, purchaseKey, false, rowData, sealedSecret, null, null);
    }

    /** A row that cannot be done; it is kept so that the result files can tell. */
    public static NewRequest refused(
            long line, String action, String domain, String rowData, String refusal, String whatToDo) {
        return new NewRequest(
                line, action, domain, action, null, false, rowData, null, Objects.requireNonNull(refusal), whatToDo);
    }

    String openKey() {
        return openKey(asked, domain);
    }

    /** What only one open request may ask for at a time. */
    static String openKey(String asked, String domain) {
        return asked + ' ' + domain;
    }

    NewRequest refusedAs(String reason, String mend) {
        return new NewRequest(line, action, domain, asked, null, byCart, rowData, null, reason, mend);
    }
}
