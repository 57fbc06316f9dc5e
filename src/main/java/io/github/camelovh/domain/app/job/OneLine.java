// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

/** What a person wrote, made safe for logs, results and terminals. */
final class OneLine {
    private OneLine() {}

    /** On one line, without control characters and signs that turn the reading direction, and not longer than so many characters. */
    static String of(String text, int longest) {
        String line =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\\u2028\\u2029]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest);
    }
}
