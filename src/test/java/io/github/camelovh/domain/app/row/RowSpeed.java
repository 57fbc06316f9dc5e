// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.io.IOException;

/**
 * Measures how many rows per second are read and checked. Run it with a small heap to see that memory does not grow:
 * {@code java -Xmx256m -cp ... io.github.camelovh.domain.app.row.RowSpeed 10000000}.
 */
final class RowSpeed {
    private RowSpeed() {}

    public static void main(String[] args) throws IOException {
        long rows = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
        measure(Math.min(rows, 200_000));
        measure(rows);
    }

    private static void measure(long wanted) throws IOException {
        long start = System.nanoTime();
        long accepted = 0;
        try (RowImport rows =
                RowImport.read(new MadeUpRows(wanted), ReadOptions.inCurrency("EUR"), RowParsers.standard())) {
            while (rows.hasNext()) {
                accepted += rows.next() instanceof ReadRow.Accepted ? 1 : 0;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "%,d rows, %,d accepted, %.2f s, %,.0f rows/s, heap now %,d MB%n",
                wanted, accepted, seconds, wanted / seconds, used >> 20);
    }
}
