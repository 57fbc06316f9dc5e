// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One condition of {@code X-Pagination-Filter}: {@code property:op=value}. */
record PageFilter(String property, String operator, String value) {
    private static final Pattern TEXT = Pattern.compile("([\\w.]+):(eq|ne|in|like|lt|gt)=(.*)");

    /** @throws SandboxRefusal if the text is not a valid filter */
    static List<PageFilter> parse(String text) {
        return Stream.of(text.split("&", -1)).map(PageFilter::one).toList();
    }

    private static PageFilter one(String text) {
        Matcher matcher = TEXT.matcher(text.trim());
        if (!matcher.matches()) {
            throw SandboxAnswer.badRequest("Header X-Pagination-Filter isn't formated correctly")
                    .refusal();
        }
        return new PageFilter(matcher.group(1), matcher.group(2), Received.segment(matcher.group(3)));
    }

    boolean accepts(JsonNode object) {
        JsonNode found = property(object, property);
        String text = found.isNull() || found.isMissingNode() ? "" : found.asText();
        return switch (operator) {
            case "eq" -> text.equals(value);
            case "ne" -> !text.equals(value);
            case "in" -> List.of(value.split(",", -1)).contains(text);
            case "like" -> like(text);
            case "lt" -> compareText(text, value) < 0;
            default -> compareText(text, value) > 0;
        };
    }

    private boolean like(String text) {
        StringBuilder pattern = new StringBuilder();
        String[] parts = value.split("%", -1);
        for (int i = 0; i < parts.length; i++) {
            pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .matches();
    }

    /** A property by its name, dots allowed. */
    static JsonNode property(JsonNode object, String name) {
        JsonNode here = object;
        for (String part : name.split("\\.", -1)) {
            here = here.path(part);
        }
        return here;
    }

    static int compare(JsonNode one, JsonNode other) {
        return compareText(one.asText(), other.asText());
    }

    private static int compareText(String one, String other) {
        boolean numbers = one.matches("-?\\d{1,18}") && other.matches("-?\\d{1,18}");
        return numbers ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : one.compareTo(other);
    }
}
