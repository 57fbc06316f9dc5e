// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code of one closed plan, such as {@code K7QF-3M2P}: whoever approves the plan names it. It is drawn at random, so that nobody can
 * make a second plan that has it.
 *
 * @param text as it is stored and shown
 */
public record PlanCode(String text) {
    /** No two of these are taken for each other: neither 0, 1, O, I, L, nor U and V, B, S and Z. */
    private static final String CHARACTERS = "23456789ACDEFGHJKMNPQRTWXY";

    private static final int HALF = 4;
    private static final String PATTERN = "[" + CHARACTERS + "]{4}-[" + CHARACTERS + "]{4}";

    public PlanCode {
        if (!text.matches(PATTERN)) {
            throw new IllegalArgumentException("A plan has no such code: " + text);
        }
    }

    /**
     * Reads a code as a person types it: in any letter case, with its dash or without.
     *
     * @return empty if it is no code
     */
    public static Optional<PlanCode> read(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        String whole = text.length() == 2 * HALF ? text.substring(0, HALF) + '-' + text.substring(HALF) : text;
        return whole.matches(PATTERN) ? Optional.of(new PlanCode(whole)) : Optional.empty();
    }

    static PlanCode random(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2 * HALF; i++) {
            text.append(i == HALF ? "-" : "").append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return new PlanCode(text.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
