// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The format of a file, so that its results have the same format.
 *
 * @param charset encoding with which it was read
 * @param separator comma, semicolon or tab
 * @param byteOrderMark whether it began with one
 */
public record FileFormat(Charset charset, char separator, boolean byteOrderMark) {
    public FileFormat {
        Objects.requireNonNull(charset);
    }

    /** UTF-8 with commas. */
    public static FileFormat plain() {
        return new FileFormat(StandardCharsets.UTF_8, ',', false);
    }
}
