// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.regex.Pattern;

/** Matches regular expressions from other parties. An expression that takes too long is stopped. Stateless. */
final class BoundedMatch {
    private static final int MOST_READS = 200_000;
    private static final int LONGEST_EXPRESSION = 4_000;

    private BoundedMatch() {}

    /** Whether the whole text matches. */
    static boolean matches(String expression, String text) {
        if (expression.length() > LONGEST_EXPRESSION) {
            throw new RuleTooComplexException(
                    "it has a regular expression of more than " + LONGEST_EXPRESSION + " characters");
        }
        try {
            return Pattern.compile(expression).matcher(new Counted(text)).matches();
        } catch (StackOverflowError e) {
            throw new RuleTooComplexException("it has a regular expression that is nested too deep");
        }
    }

    /** A text that can be read only a limited number of times. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int reads;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++reads > MOST_READS) {
                throw new RuleTooComplexException("it has a regular expression that takes too long");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
