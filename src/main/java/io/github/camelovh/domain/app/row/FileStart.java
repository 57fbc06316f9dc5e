// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What the first bytes show: the byte order mark, or that this is not a text file.
 *
 * @param content the file after the byte order mark
 * @param charset the encoding of the mark, else the declared one, else UTF-8
 * @param byteOrderMark whether there was a mark
 */
record FileStart(InputStream content, Charset charset, boolean byteOrderMark) {
    private static final String NOTHING_USED =
            " Nothing of it was used. Save the sheet as \"CSV UTF-8\" and drop that file.";

    static FileStart of(InputStream in, Charset declared) throws IOException {
        PushbackInputStream content = new PushbackInputStream(in, 4);
        byte[] first = content.readNBytes(4);
        if (first.length == 0) {
            throw new ImportFileException(0, "The file is empty. Drop it again with a header line and rows.");
        }
        refuseForeignFormat(first);
        int mark = 0;
        Charset charset = declared == null ? StandardCharsets.UTF_8 : declared;
        if (begins(first, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
            charset = StandardCharsets.UTF_8;
        } else if (begins(first, 0xFE, 0xFF)) {
            mark = 2;
            charset = StandardCharsets.UTF_16BE;
        } else if (begins(first, 0xFF, 0xFE)) {
            mark = 2;
            charset = StandardCharsets.UTF_16LE;
        }
        content.unread(first, mark, first.length - mark);
        return new FileStart(content, charset, mark > 0);
    }

    private static void refuseForeignFormat(byte[] first) {
        if (begins(first, 'P', 'K', 3, 4)) {
            throw new ImportFileException(0, "The file is an Excel or OpenDocument sheet, or a zip." + NOTHING_USED);
        }
        if (begins(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new ImportFileException(0, "The file is an old Excel sheet." + NOTHING_USED);
        }
        if (begins(first, 0x1F, 0x8B)) {
            throw new ImportFileException(
                    0, "The file is compressed with gzip. Nothing of it was used. Unpack it first.");
        }
        if (begins(first, '%', 'P', 'D', 'F')) {
            throw new ImportFileException(0, "The file is a PDF." + NOTHING_USED);
        }
        if (begins(first, 0xFF, 0xFE, 0, 0) || begins(first, 0, 0, 0xFE, 0xFF)) {
            throw new ImportFileException(0, "The file is in UTF-32." + NOTHING_USED);
        }
    }

    private static boolean begins(byte[] first, int... wanted) {
        if (first.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((first[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
