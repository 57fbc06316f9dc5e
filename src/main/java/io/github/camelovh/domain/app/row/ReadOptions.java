// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How to read a file.
 *
 * @param charset encoding declared by the operator; null: UTF-8. A byte order mark in the file overrides both.
 * @param currency currency of the account, three capital letters; a {@code maxPrice} without a currency is in it
 * @param extensionSold whether an extension ({@code fr}, {@code co.uk}; A-label form) can be ordered at all
 */
public record ReadOptions(Charset charset, String currency, Predicate<String> extensionSold) {
    public ReadOptions {
        if (!Objects.requireNonNull(currency).matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("A currency has three capital letters, not: " + currency);
        }
        Objects.requireNonNull(extensionSold);
    }

    /** UTF-8, the given currency, all extensions accepted (the order itself will show). */
    public static ReadOptions inCurrency(String currency) {
        return new ReadOptions(null, currency, any -> true);
    }

    /** With the encoding that the operator declared. */
    public ReadOptions withCharset(Charset declared) {
        return new ReadOptions(declared, currency, extensionSold);
    }

    /** Refuses names of extensions for which the predicate is false. */
    public ReadOptions withExtensions(Predicate<String> sold) {
        return new ReadOptions(charset, currency, sold);
    }
}
