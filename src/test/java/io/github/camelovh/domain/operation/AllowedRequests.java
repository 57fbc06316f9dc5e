// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.Transport;
import io.github.camelovh.domain.api.catalog.HttpMethod;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Parameter.Place;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the catalog of routes allows of a request: a route, the names of its values, and their types. */
final class AllowedRequests {
    private static final String BASE = "https://eu.api.ovh.com";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> HEADERS = Set.of(
            "accept",
            "content-type",
            "authorization",
            "user-agent",
            "x-pagination-mode",
            "x-pagination-number",
            "x-pagination-size",
            "x-pagination-cursor",
            "x-pagination-filter",
            "x-pagination-sort",
            "x-pagination-sort-order");

    private AllowedRequests() {}

    /**
     * What is not allowed of a request; empty if all is.
     *
     * @param segments of its path, without the version 1
     * @param free whether it may be of any route
     */
    static List<String> wrong(Transport.Request request, URI uri, List<String> segments, boolean free) {
        List<String> wrong = new ArrayList<>();
        if (!uri.toString().startsWith(BASE + "/")) {
            wrong.add("another host");
        }
        if (segments.stream().anyMatch(each -> List.of("", ".", "..").contains(decoded(each)))) {
            wrong.add("an empty segment, or one of dots");
        }
        request.headers().forEach((name, value) -> {
            if ((name + value).chars().anyMatch(Character::isISOControl)) {
                wrong.add("a control character in the header " + name);
            }
        });
        if (!free) {
            rows(request.method(), segments)
                    .ifPresentOrElse(
                            row -> check(row, segments, uri, request, wrong), () -> wrong.add("no such route"));
        }
        return wrong;
    }

    private static Optional<Operation> rows(HttpMethod method, List<String> segments) {
        return OperationCatalog.shipped().all().stream()
                .filter(row -> row.method() == method && fits(row, segments))
                .min(Comparator.comparingInt(row -> row.path().split("\\{", -1).length));
    }

    private static boolean fits(Operation row, List<String> segments) {
        String[] words = row.path().substring(1).split("/");
        if (words.length != segments.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!words[i].startsWith("{") && !words[i].equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void check(
            Operation row, List<String> segments, URI uri, Transport.Request request, List<String> wrong) {
        String[] words = row.path().substring(1).split("/");
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("{")) {
                text(parameter(row, Place.PATH, words[i].replaceAll("[{}]", "")), decoded(segments.get(i)), wrong);
            }
        }
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] both = pair.split("=", 2);
                text(parameter(row, Place.QUERY, decoded(both[0])), decoded(both[1]), wrong);
            }
        }
        Set<String> own = row.parameters(Place.HEADER).stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        request.headers().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !HEADERS.contains(name) && !own.contains(name) && !name.startsWith("x-ovh-"))
                .forEach(name -> wrong.add("the header " + name));
        body(row, request.body(), wrong);
    }

    private static Optional<Parameter> parameter(Operation row, Place place, String name) {
        return row.parameters(place).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static void text(Optional<Parameter> parameter, String text, List<String> wrong) {
        if (parameter.isEmpty()) {
            wrong.add("a value without a name in the catalog: " + text);
            return;
        }
        String type = parameter.get().elementType();
        try {
            switch (type) {
                case "long" -> Long.parseLong(text);
                case "double" -> Double.parseDouble(text);
                case "boolean" -> require(text.equals("true") || text.equals("false"));
                case "date" -> LocalDate.parse(text);
                case "datetime" -> OffsetDateTime.parse(text);
                default -> require(!text.chars().anyMatch(Character::isISOControl));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            wrong.add(parameter.get().name() + " is no " + type + ": " + text);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }

    private static void body(Operation row, byte[] body, List<String> wrong) {
        if (!row.hasBody()) {
            if (body != null && body.length > 0 && !new String(body, StandardCharsets.UTF_8).equals("{}")) {
                wrong.add("a body");
            }
            return;
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(body == null ? new byte[0] : body);
        } catch (IOException e) {
            wrong.add("a body that is no JSON");
            return;
        }
        if (tree == null || !tree.isObject()) {
            wrong.add("a body that is no object");
            return;
        }
        tree.properties().forEach(each -> {
            Optional<Parameter> member = parameter(row, Place.BODY, each.getKey());
            if (member.isEmpty() && !row.openBody()) {
                wrong.add("the member " + each.getKey());
            }
            member.filter(known -> !isOf(known, each.getValue()))
                    .ifPresent(known -> wrong.add(each.getKey() + " is no " + known.type() + ": " + each.getValue()));
        });
        row.parameters(Place.BODY).stream()
                .filter(each -> each.required() && !tree.hasNonNull(each.name()))
                .forEach(each -> wrong.add(each.name() + " is missing"));
    }

    private static boolean isOf(Parameter parameter, JsonNode value) {
        if (value.isNull()) {
            return !parameter.required();
        }
        if (parameter.isList()) {
            return value.isArray();
        }
        return switch (parameter.type()) {
            case "long" -> value.isIntegralNumber();
            case "double" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "json", "object", "map" -> true;
            default -> value.isTextual();
        };
    }

    static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
