// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes strictly: a byte that is not valid in the encoding, or a NUL, ends the file with its line number. (The
 * platform's reader either replaces such bytes silently or loses what it had read before them.) It also records how the
 * text ended, which shows whether a file was cut off.
 */
final class StrictDecoder extends Reader {
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14).flip();
    private boolean ended;
    private long line = 1;
    private char last = '\n';
    private int closingQuotes;

    StrictDecoder(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("Needs space for a surrogate pair; read it through a buffer");
        }
        CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (out.position() > 0) {
                note(target, offset, out.position());
                return out.position();
            }
            if (result.isError()) {
                throw new ImportFileException(
                        line,
                        "Line " + line + " is not in " + decoder.charset() + " (a wrong byte 0x"
                                + Integer.toHexString(bytes.get(bytes.position()) & 0xff)
                                + "). Nothing of the file was used. Save it as \"CSV UTF-8\", or declare its encoding"
                                + " (for example --encoding windows-1252, or the setting ovh-domain.encoding).");
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (got < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + got);
        }
        bytes.flip();
    }

    private void note(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            char c = text[i];
            if (c == '"') {
                closingQuotes = last == '"' ? closingQuotes + 1 : 1;
            } else if (c == '\n') {
                line += last == '\r' ? 0 : 1;
            } else if (c == '\r') {
                line++;
            } else {
                closingQuotes = 0;
                if (c == 0) {
                    throw new ImportFileException(
                            line,
                            "Line " + line
                                    + " contains a NUL byte: the file is binary, or UTF-16 without a byte order"
                                    + " mark. Nothing of it was used. Save it as \"CSV UTF-8\".");
                }
            }
            last = c;
        }
    }

    /** Whether the text read so far ends with a line break (or is empty). */
    boolean endsWithLineBreak() {
        return last == '\n' || last == '\r';
    }

    /** The number of consecutive quotation marks at the end, before line breaks if there are any. */
    int closingQuotes() {
        return closingQuotes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
