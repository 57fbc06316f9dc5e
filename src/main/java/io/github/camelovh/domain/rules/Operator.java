// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.Arrays;
import java.util.Optional;

/** The comparisons of constraints, as in {@code domain.configuration.rules.OperatorEnum}. */
public enum Operator {
    /** The value is present. */
    REQUIRED("required"),
    /** The value cannot be changed; there is nothing to compare. */
    READONLY("readonly"),
    /** The value equals the operand. */
    EQ("eq"),
    /** The value differs from the operand. */
    NE("ne"),
    /** The value is greater, as a number if both are numbers, else as text. */
    GT("gt"),
    /** The value is greater or equal. */
    GTE("gte"),
    /** The value is less. */
    LT("lt"),
    /** The value is less or equal. */
    LTE("lte"),
    /** The value has at least this many characters. */
    MINLENGTH("minlength"),
    /** The value has at most this many characters. */
    MAXLENGTH("maxlength"),
    /** The value is between two operands, or equals one of them. */
    BETWEEN("between"),
    /** The value is one of the operands. */
    CONTAINS("contains"),
    /** The value is none of the operands. */
    NOTCONTAINS("notcontains"),
    /** The value is absent. */
    EMPTY("empty"),
    /** The value is present. */
    NOTEMPTY("notempty"),
    /** The whole value matches a regular expression. */
    MATCH("match"),
    /** The value is true. */
    SHOULDBETRUE("shouldbetrue");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    /** The word in the API. */
    public String word() {
        return word;
    }

    /** The operator of a word; empty if the word is not known. */
    public static Optional<Operator> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Whether an absent value can violate it. */
    boolean mindsAbsence() {
        return this == REQUIRED || this == NOTEMPTY;
    }
}
