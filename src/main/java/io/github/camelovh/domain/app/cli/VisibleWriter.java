// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.api.model.VisibleText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** The way to the terminal, and to whatever the output is sent to: nothing that is written can control it. Line breaks pass. */
final class VisibleWriter extends FilterWriter {
    /** The first half of a pair of characters whose second half comes with the next text. */
    private char half;

    VisibleWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        String whole = (half == 0 ? "" : String.valueOf(half)) + text.substring(from, from + length);
        half = 0;
        if (!whole.isEmpty() && Character.isHighSurrogate(whole.charAt(whole.length() - 1))) {
            half = whole.charAt(whole.length() - 1);
            whole = whole.substring(0, whole.length() - 1);
        }
        out.write(VisibleText.lines(whole));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(int c) throws IOException {
        write(String.valueOf((char) c), 0, 1);
    }
}
