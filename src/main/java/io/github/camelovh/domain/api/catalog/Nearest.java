// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that the user probably meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate with the fewest changed letters.
     *
     * @param word what the user wrote
     * @param candidates the valid words
     * @return empty if nothing is similar: more than every second letter would have to change
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(word, candidate) * 2 <= Math.max(word.length(), candidate.length()))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /**
     * The end of a sentence that refuses a word.
     *
     * @param word what the user wrote
     * @param candidates the valid words; not empty
     * @return such as {@code ; did you mean "get"? Accepted: get, list}
     */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse(".") + " Accepted: " + String.join(", ", candidates);
    }

    /** The Levenshtein distance, ignoring case, with only one row of its matrix. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
