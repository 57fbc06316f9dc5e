// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A requested fault.
 *
 * @param route {@code POST /order/cart/{cartId}/checkout}, or a path as it is called, {@code GET /domain/example.com};
 * {@code *} stands for any text, and the names of parameters do not matter
 * @param nth the first matching call that is hit, counted from 1 since the fault was requested
 * @param times how many calls in a row are hit; 0 for all following calls
 * @param status of the answer, for {@link Kind#STATUS}
 * @param delay for {@link Kind#DELAY} and {@link Kind#DELAY_AFTER}
 * @param retryAfter seconds for the header {@code Retry-After}; null for none
 * @param until the route of {@link Kind#LATE}, written as {@code route}; null for the other kinds
 */
public record Fault(
        String route, int nth, int times, Kind kind, int status, Duration delay, Integer retryAfter, String until) {

    /** What fails, and whether the call takes effect. */
    public enum Kind {
        /** An error answer; no effect. */
        STATUS("status"),
        /** The gateway's HTML page; no effect. */
        HTML_408("html408"),
        /** The connection is cut; no effect. */
        RESET("reset"),
        /** Too many calls; no effect. */
        TOO_MANY("429"),
        /** The call waits, then takes effect and is answered. */
        DELAY("delay"),
        /** The call takes effect at once, but its answer is delayed. */
        DELAY_AFTER("delayAfter"),
        /** The call takes effect, then the connection is cut. */
        ANSWER_LOST("answerLost"),
        /** The connection is cut; the call takes effect later, directly before the next call of {@code until}. */
        LATE("late"),
        /** The call takes effect; the answer is 200 with half of its JSON. */
        GARBAGE("garbage"),
        /** The call takes effect; the ids in the answer are 0. */
        ID_ZERO("idZero");

        final String text;

        Kind(String text) {
            this.text = text;
        }

        static Kind of(String text) {
            return Stream.of(values())
                    .filter(kind -> kind.text.equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Fault kind '" + text + "' is unknown. The kinds"
                            + " are "
                            + Stream.of(values()).map(kind -> kind.text).collect(Collectors.joining(", "))));
        }
    }

    public Fault {
        if ((kind == Kind.LATE) != (until != null)) {
            throw new IllegalArgumentException(
                    "A fault of the kind late needs the route 'until', before whose next call"
                            + " the effect happens; no other kind has it");
        }
    }

    /** A fault of any kind but {@link Kind#LATE}. */
    public Fault(String route, int nth, int times, Kind kind, int status, Duration delay, Integer retryAfter) {
        this(route, nth, times, kind, status, delay, retryAfter, null);
    }

    /** A fault of the next call of this route. */
    public static Fault on(String route, Kind kind) {
        return new Fault(route, 1, 1, kind, 503, Duration.ofSeconds(5), null);
    }

    /** The next call of this route gets no answer, and takes effect directly before the next call of another route. */
    public static Fault late(String route, String until) {
        return new Fault(route, 1, 1, Kind.LATE, 503, Duration.ZERO, null, until);
    }

    public Fault nth(int first) {
        return new Fault(route, first, times, kind, status, delay, retryAfter, until);
    }

    public Fault times(int count) {
        return new Fault(route, nth, count, kind, status, delay, retryAfter, until);
    }

    public Fault status(int code) {
        return new Fault(route, nth, times, kind, code, delay, retryAfter, until);
    }

    public Fault delay(Duration wait) {
        return new Fault(route, nth, times, kind, status, wait, retryAfter, until);
    }

    public Fault retryAfter(int seconds) {
        return new Fault(route, nth, times, kind, status, delay, seconds, until);
    }

    /** @throws IllegalArgumentException if the JSON is not a valid fault */
    static Fault of(JsonNode json) {
        String route = first(json, "route", "pattern").asText("").trim();
        if (!route.matches("\\*|(GET|POST|PUT|DELETE|PATCH|\\*) \\S+")) {
            throw new IllegalArgumentException(
                    "Fault route '" + route + "' is not valid; write e.g. POST /order/cart/{cartId}/checkout");
        }
        Duration delay = TimeText.parse("Fault delay", json.path("delay").asText("PT5S"));
        if (delay.isNegative()) {
            throw new IllegalArgumentException("Fault delay is negative; write e.g. 50ms, 5s, 5000 or PT5S");
        }
        return new Fault(
                route,
                first(json, "nth", "call").asInt(1),
                json.path("times").asInt(1),
                Kind.of(json.path("kind").asText()),
                json.path("status").asInt(503),
                delay,
                json.hasNonNull("retryAfter") ? json.get("retryAfter").asInt() : null,
                json.hasNonNull("until") ? json.get("until").asText() : null);
    }

    private static JsonNode first(JsonNode json, String name, String otherName) {
        return json.has(name) ? json.path(name) : json.path(otherName);
    }

    /**
     * Whether this fault matches a call.
     *
     * @param keys method and route, and method and path as called
     */
    boolean matches(Collection<String> keys) {
        return matches(route, keys);
    }

    /** Whether a call is the one that an effect of {@link Kind#LATE} waits for. */
    boolean isAwaited(Collection<String> keys) {
        return matches(until, keys);
    }

    private static boolean matches(String wanted, Collection<String> keys) {
        String pattern =
                Stream.of(nameless(wanted).split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return keys.stream().anyMatch(key -> nameless(key).matches(pattern));
    }

    /** The route without the names of its parameters, which a tester may choose freely. */
    private static String nameless(String text) {
        return text.replaceAll("\\{[^}/]*}", "{}");
    }
}
