// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.Transport.Answered;
import io.github.camelovh.domain.api.Transport.Result;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads requests to a {@link FakeShop}, and writes its answers. */
final class FakeAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeAnswers() {}

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String part : uri.getRawQuery().split("&")) {
                String[] pair = part.split("=", 2);
                query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    static BigDecimal gross(BigDecimal net) {
        return net.multiply(new BigDecimal("1.2")).setScale(2, RoundingMode.HALF_UP);
    }

    static Map<String, Object> money(BigDecimal value) {
        return Map.of("currencyCode", "EUR", "text", value + " €", "value", value);
    }

    static Matcher match(String pattern, String path) {
        Matcher m = Pattern.compile(pattern).matcher(path);
        return m.matches() ? m : null;
    }

    static Result error(int status, String code, String message) {
        return json(status, Map.of("class", code, "message", message));
    }

    static Result json(Object body) {
        return json(200, body);
    }

    static Result json(int status, Object body) {
        try {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.put("X-OVH-QUERYID", "EU.ext-1");
            return new Answered(status, headers, JSON.writeValueAsBytes(body));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(Arrays.toString(new Object[] {body}), e);
        }
    }
}
