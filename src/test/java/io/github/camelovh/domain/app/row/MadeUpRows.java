// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A CSV file with any number of rows, generated while it is read; one row in fifty is an IDN. */
final class MadeUpRows extends InputStream {
    private final long rows;
    private long made;
    private byte[] line = "action,domain,period,maxPrice,note\n".getBytes(StandardCharsets.UTF_8);
    private int at;

    MadeUpRows(long rows) {
        this.rows = rows;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int written = 0;
        while (written < length && (at < line.length || nextLine())) {
            int part = Math.min(length - written, line.length - at);
            System.arraycopy(line, at, target, offset + written, part);
            at += part;
            written += part;
        }
        return written == 0 ? -1 : written;
    }

    private boolean nextLine() {
        if (made == rows) {
            return false;
        }
        String name = made % 50 == 0 ? "école-" + made + ".fr" : "name-" + made + ".com";
        line = ("order," + name + ",1,12.50,campaign of spring\n").getBytes(StandardCharsets.UTF_8);
        made++;
        at = 0;
        return true;
    }
}
