// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How a file was written, so that its results can be written alike.
 *
 * @param charset encoding it was read with
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
