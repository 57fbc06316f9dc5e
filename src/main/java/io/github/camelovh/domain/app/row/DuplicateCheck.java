// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

/**
 * Finds an earlier row of the same file with the same request. Keys are stored as 64-bit digests with their line in two
 * flat arrays: 100,000 rows take 3 MB. Memory is limited to two million keys (48 MB). After that, new keys are not
 * stored, and the ledger finds duplicates, because its unique key covers all files. Two different keys with one digest
 * would refuse a row by mistake, but never buy anything; with 100,000 rows the probability is below one in three
 * thousand million. Used by one thread.
 */
final class DuplicateCheck {
    private static final int MOST_KEYS = 2_000_000;

    private long[] digests = new long[1 << 10];
    private int[] lines = new int[1 << 10];
    private int kept;

    /** The line that had this key earlier, or 0 if this is the first; then it is stored. */
    long earlierLine(String asked, String domain, long line) {
        long digest = digest(asked, domain);
        int slot = slot(digest);
        if (lines[slot] != 0) {
            return Integer.toUnsignedLong(lines[slot]);
        }
        if (kept < MOST_KEYS) {
            digests[slot] = digest;
            lines[slot] = (int) Math.min(line, 0xffff_ffffL);
            kept++;
            if (kept > digests.length / 2) {
                grow();
            }
        }
        return 0;
    }

    private int slot(long digest) {
        int mask = digests.length - 1;
        int slot = (int) digest & mask;
        while (lines[slot] != 0 && digests[slot] != digest) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldDigests = digests;
        int[] oldLines = lines;
        digests = new long[oldDigests.length * 2];
        lines = new int[oldLines.length * 2];
        for (int i = 0; i < oldDigests.length; i++) {
            if (oldLines[i] != 0) {
                int slot = slot(oldDigests[i]);
                digests[slot] = oldDigests[i];
                lines[slot] = oldLines[i];
            }
        }
    }

    /** FNV-1a over both texts, then mixed so that the low bits are as random as the high ones. */
    private static long digest(String asked, String domain) {
        long h = add(add(0xcbf29ce484222325L, asked) * 0x100000001b3L, domain);
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }

    private static long add(long start, String text) {
        long h = start;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return h;
    }
}
