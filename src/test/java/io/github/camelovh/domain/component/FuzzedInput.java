// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Parameter.Kind;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Values of one call, at random: at the endpoint, in the header, in the body; mostly of the right form, some broken. */
final class FuzzedInput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Object> JUNK = Arrays.asList(
            "",
            " ",
            ".",
            "..",
            "a/../b",
            "%2e%2e",
            "a b",
            "a\nb",
            "\u0000",
            "\u001b[2J",
            "\u202eabc",
            "\ud800",
            "\ufeff",
            "null",
            "{",
            "[",
            "{}",
            "[]",
            "[1,{\"a\":null}]",
            "{\"a\":{\"a\":[]}}",
            "\"",
            "-1",
            "1e999",
            "NaN",
            "0x10",
            "99999999999999999999",
            "9223372036854775807",
            "P1Y2M3DT4H",
            "PT-1S",
            "P99999999999Y",
            "PT99999999999999H",
            "2026-02-30",
            "1 EUR EUR",
            "-5 EUR",
            "12.50  EUR",
            ",,,",
            "a,,b",
            "xn--",
            "xn--a-\u00df",
            "\u00e9\u0301.com",
            "a..b",
            "-a.com",
            "*.com",
            "@",
            "=1+1",
            "../../etc/passwd",
            "?a=b&c=d",
            "#x",
            "true ",
            "TRUE",
            "yes",
            0,
            -1,
            7,
            1.5,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Long.MAX_VALUE,
            new BigDecimal("1e400"),
            true,
            false,
            'c',
            List.of(),
            List.of("a", 1),
            Arrays.asList("a", null),
            Map.of(),
            Map.of("a", Map.of("b", List.of(1))),
            Map.of(1, 2),
            new byte[] {1, -1},
            new int[] {1},
            new Object[] {"a", null},
            new Object(),
            Thread.State.NEW,
            Instant.MAX,
            Instant.EPOCH,
            Duration.ofDays(9),
            new AuthCode("zz"),
            TextNode.valueOf("t"));

    private final Random random;
    private final List<Parameter> parameters;
    private final boolean sendsBody;
    private final boolean free;
    private int made;

    final Map<String, Object> endpoint = new HashMap<>();
    final Map<String, Object> header = new LinkedHashMap<>();
    final Map<String, Object> members = new LinkedHashMap<>();
    /** Texts of which each has to be in what is sent, or in the values that the operation gets. */
    final Set<String> marks = new LinkedHashSet<>();
    /** What the header and the body are. */
    Object named;

    Object body;

    /**
     * @param parameters of the operation
     * @param sendsBody whether its body is content, and no parameters
     * @param free whether a body is not read at all
     */
    FuzzedInput(Random random, List<Parameter> parameters, boolean sendsBody, boolean free) {
        this.random = random;
        this.parameters = parameters;
        this.sendsBody = sendsBody;
        this.free = free;
        boolean clean = random.nextInt(3) > 0;
        for (Parameter each : parameters) {
            if (random.nextInt(10) < (each.required() ? 9 : 3)) {
                give(each, clean);
            }
        }
        if (random.nextInt(12) == 0) {
            place().put(random.nextBoolean() ? "noSuch" : "a.b", mark());
        }
        named = header.isEmpty() && random.nextInt(4) > 0 ? null : named();
        body = body(clean);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String mark() {
        String mark = "q" + random.nextInt(1_000_000) + "x" + made++;
        marks.add(mark);
        return mark;
    }

    private void give(Parameter parameter, boolean clean) {
        boolean twice = parameters.stream()
                        .filter(each -> each.name().equals(parameter.name()))
                        .count()
                > 1;
        Map<String, Object> place = parameter.kind() == Kind.LIMIT && chance(70) ? endpoint : place();
        if (parameter.name().equals("body") || parameter.name().endsWith("Cursor")) {
            return;
        }
        Set<String> before = Set.copyOf(marks);
        Object value = clean || chance(80) ? good(parameter) : JUNK.get(random.nextInt(JUNK.size()));
        if (twice || place.containsKey(parameter.name())) {
            marks.retainAll(before); // one of the two counts
        }
        if (parameter.type().equals("map") && value instanceof Map<?, ?> map && chance(50)) {
            map.forEach((key, each) -> place.put(parameter.name() + "." + key, each));
        } else {
            place.put(parameter.name(), value);
        }
    }

    private Map<String, Object> place() {
        int which = random.nextInt(sendsBody || free ? 2 : 3);
        return which == 0 ? endpoint : which == 1 ? header : members;
    }

    private Object good(Parameter parameter) {
        return switch (parameter.type().replace("[]", "")) {
            case "long" -> parameter.isList() ? List.of(7, 8) : chance(50) ? (Object) "7" : 7;
            case "double" -> 1.5;
            case "boolean" -> chance(50) ? (Object) "true" : false;
            case "date" -> "2030-01-01";
            case "datetime" -> "2030-01-01T00:00:00Z";
            case "duration" -> "P1Y";
            case "uuid" -> "00000000-0000-4000-8000-000000000001";
            case "money" -> chance(50) ? "12.50 EUR" : "0";
            case "wait" -> chance(50) ? "PT1S" : "1000";
            case "map" ->
                parameter.name().equals("owner") && chance(80)
                        ? Map.of("firstName", mark(), "address.city", mark())
                        : Map.of("OWNER_" + made++, mark(), "firstName", mark());
            case "json" -> Map.of("k", mark());
            case "object" ->
                chance(50) ? List.of(Map.of("subDomain", "www", "fieldType", "A", "target", "192.0.2.1")) : "x";
            default -> text(parameter);
        };
    }

    private Object text(Parameter parameter) {
        String word =
                switch (parameter.name()) {
                    case "domain", "serviceName", "zoneName", "host" -> mark() + ".com";
                    case "nameServers" -> "ns1." + mark() + ".net,ns2." + mark() + ".net";
                    case "fieldType" -> chance(80) ? "TXT" : "SOA";
                    case "ips" -> "192.0.2.1";
                    case "path" -> "/me/" + mark();
                    case "method" -> List.of("GET", "POST", "PUT", "DELETE").get(random.nextInt(4));
                    case "action" -> chance(50) ? "create" : "transfer";
                    case "mode" -> "manual";
                    case "through" -> chance(50) ? "v2" : "v1";
                    case "currency" -> "EUR";
                    case "ownerContact" -> "/me/contact/7";
                    default -> mark();
                };
        return parameter.isList() && chance(50) ? Arrays.asList(word.split(",")) : word;
    }

    private Object named() {
        return switch (random.nextInt(12)) {
            case 0 -> json(header);
            case 1 -> chance(80) ? header : JUNK.get(random.nextInt(JUNK.size()));
            default -> header;
        };
    }

    /** {@return whether the header was given in a form that can be read} */
    boolean isNamed() {
        return named == header || (named instanceof String && !header.isEmpty());
    }

    private Object body(boolean clean) {
        if (!members.isEmpty()) {
            String json = json(members);
            return switch (random.nextInt(6)) {
                case 0 -> json;
                case 1 -> json.getBytes(StandardCharsets.UTF_8);
                case 2 -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
                case 3 -> new StringReader(json);
                case 4 -> tree(json);
                default -> members;
            };
        }
        if (clean && !sendsBody) {
            return null;
        }
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> DomainName.of("plain.com");
            case 2 -> noise();
            case 3 -> new ByteArrayInputStream(noise());
            case 4 -> List.of(Map.of("subDomain", "www", "fieldType", "A", "target", "192.0.2.1"));
            case 5 -> broken("[{\"subDomain\":\"www\",\"fieldType\":\"A\",\"target\":\"192.0.2.1\",\"ttl\":300}]");
            case 6 -> broken("$TTL 300\nwww A 192.0.2.1\n@ MX 10 mail.example.net.\n");
            default -> JUNK.get(random.nextInt(JUNK.size()));
        };
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String broken(String good) {
        StringBuilder text = new StringBuilder(good);
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length());
            Object piece = JUNK.get(random.nextInt(JUNK.size()));
            text.replace(at, Math.min(text.length(), at + random.nextInt(4)), piece instanceof String some ? some : "");
        }
        return text.toString();
    }

    /** What has no form as JSON is left out, with its marks. */
    private static String json(Map<String, Object> values) {
        List<String> written = new ArrayList<>();
        values.forEach((name, value) -> {
            try {
                written.add(JSON.writeValueAsString(name) + ":" + JSON.writeValueAsString(value));
            } catch (IOException e) {
                written.add("\"left\":0");
            }
        });
        return "{" + String.join(",", written) + "}";
    }

    private static Object tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "endpoint " + endpoint + ", header " + named + ", body " + (members.isEmpty() ? body : members);
    }
}
