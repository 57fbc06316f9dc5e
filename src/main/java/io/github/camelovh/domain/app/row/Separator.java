// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Detects the separator from the header line: the character that gives the most known column names. */
final class Separator {
    static final int LONGEST_HEADER = 32_768;

    private Separator() {}

    /** Looks ahead in the reader and resets it. */
    static char detect(BufferedReader reader) throws IOException {
        String header = firstLine(reader);
        return List.of(',', ';', '\t').stream()
                .max(Comparator.comparingLong((Character c) -> knownNames(header, c))
                        .thenComparing((Character c) ->
                                header.chars().filter(h -> h == c).count())
                        .thenComparing(c -> c == ',' ? 1 : 0))
                .orElseThrow();
    }

    private static long knownNames(String header, char separator) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= header.length(); i++) {
            if (i == header.length() || header.charAt(i) == separator) {
                names.add(header.substring(from, i).replace('"', ' '));
                from = i + 1;
            }
        }
        return names.stream().filter(n -> Columns.properName(n).isPresent()).count();
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER + 1);
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        while (c >= 0 && line.length() < LONGEST_HEADER) {
            if (c != '\n' && c != '\r') {
                line.append((char) c);
            } else if (line.length() > 0) {
                break;
            }
            c = reader.read();
        }
        reader.reset();
        return line.toString();
    }
}
