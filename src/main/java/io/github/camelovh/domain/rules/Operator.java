// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.Arrays;
import java.util.Optional;

/** How a value is held against a constraint; as {@code domain.configuration.rules.OperatorEnum} lists them. */
public enum Operator {
    /** It is there. */
    REQUIRED("required"),
    /** It is not changed; nothing to hold against a new value. */
    READONLY("readonly"),
    /** It is the value. */
    EQ("eq"),
    /** It is another value. */
    NE("ne"),
    /** It is greater, as a number where both are numbers, else as a text. */
    GT("gt"),
    /** It is greater or the same. */
    GTE("gte"),
    /** It is less. */
    LT("lt"),
    /** It is less or the same. */
    LTE("lte"),
    /** It has at least so many characters. */
    MINLENGTH("minlength"),
    /** It has at most so many characters. */
    MAXLENGTH("maxlength"),
    /** It is between two values or one of them. */
    BETWEEN("between"),
    /** It is one of the values. */
    CONTAINS("contains"),
    /** It is none of the values. */
    NOTCONTAINS("notcontains"),
    /** It is not there. */
    EMPTY("empty"),
    /** It is there. */
    NOTEMPTY("notempty"),
    /** It fits a regular expression as a whole. */
    MATCH("match"),
    /** It is true. */
    SHOULDBETRUE("shouldbetrue");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    /** As the API writes it. */
    public String word() {
        return word;
    }

    /** The operator of a word; empty for one that is not known. */
    public static Optional<Operator> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Whether a value that is not there can break it. */
    boolean mindsAbsence() {
        return this == REQUIRED || this == NOTEMPTY;
    }
}
