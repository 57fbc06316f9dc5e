// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations as testers write them. */
public final class TimeText {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?(|ms|s|m|min|h|d)");

    private TimeText() {}

    /**
     * Parses {@code PT0.2S}, {@code 200ms}, {@code 2s}, {@code 3min}, {@code 1h} or {@code 1d}; a plain number is
     * milliseconds. Only the first form can be negative.
     *
     * @param what the name of the value, for the message
     * @throws IllegalArgumentException if the text is not valid
     */
    public static Duration parse(String what, String text) {
        Matcher matcher = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * millis(matcher.group(2))));
        }
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    what + " is \"" + text + "\" but must be a time such as 50ms, 5s, 5000 (milliseconds) or PT5S", e);
        }
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "", "ms" -> 1;
            case "s" -> 1_000;
            case "m", "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
    }
}
