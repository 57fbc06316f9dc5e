// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts of the official schema, read once. Immutable and thread-safe. */
public final class ApiContract {
    private static final String FILE = "/io/github/camelovh/domain/sandbox/contract.txt";

    private final Map<String, ContractOperation> operations = new LinkedHashMap<>();
    private final Map<String, Map<String, Field>> models = new LinkedHashMap<>();
    private final Map<String, List<String>> enums = new LinkedHashMap<>();
    private final RouteTree routes = new RouteTree();

    private ApiContract() {}

    /** Reads the contract file next to this class. */
    public static ApiContract load() {
        try (InputStream file = ApiContract.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The sandbox's contract " + FILE + " is not on the class path");
            }
            ApiContract contract = new ApiContract();
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(contract::read);
            return contract;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Collection<ContractOperation> operations() {
        return Collections.unmodifiableCollection(operations.values());
    }

    /** The operation of a method and pattern, e.g. {@code GET} and {@code /domain/{serviceName}}. */
    public Optional<ContractOperation> operation(String method, String pattern) {
        return Optional.ofNullable(operations.get(method + " " + pattern));
    }

    /**
     * The operation of a request. Literal segments take precedence over placeholders.
     *
     * @param segments undecoded, without the base path; v2 paths begin with {@code v2}
     */
    public Optional<ContractOperation> match(String method, List<String> segments) {
        return routes.find(method, segments);
    }

    /** The properties of a model by name, in the order of the schema; empty if there is no such model. */
    public Optional<Map<String, Field>> model(String type) {
        return Optional.ofNullable(models.get(type));
    }

    /** The values of an enumeration; empty if there is no such enumeration. */
    Optional<List<String>> enumeration(String type) {
        return Optional.ofNullable(enums.get(type));
    }

    private void read(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "#" -> {}
            case "enum" -> enums.put(words[1], List.of(words).subList(2, words.length));
            case "model" -> {
                Map<String, Field> properties = new LinkedHashMap<>();
                for (String word : List.of(words).subList(2, words.length)) {
                    int equals = word.indexOf('=');
                    properties.put(word.substring(0, equals), property(word.substring(equals + 1)));
                }
                models.put(words[1], Collections.unmodifiableMap(properties));
            }
            default -> {
                ContractOperation operation = operation(words);
                operations.put(operation.key(), operation);
                routes.add(operation);
            }
        }
    }

    private static Field property(String text) {
        String type = text.replaceAll("[!?~]+$", "");
        String flags = text.substring(type.length());
        return new Field(type, flags.contains("!"), flags.contains("?"), flags.contains("~"));
    }

    private static ContractOperation operation(String[] words) {
        Map<String, Map<String, Field>> named = new LinkedHashMap<>();
        String status = "production";
        boolean anonymous = false;
        String body = null;
        List<String> iam = new java.util.ArrayList<>();
        for (String word : List.of(words).subList(3, words.length)) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                anonymous |= word.equals("anonymous");
                status = word.equals("anonymous") ? status : word;
                continue;
            }
            String name = word.substring(0, equals);
            String value = word.substring(equals + 1);
            boolean required = name.endsWith("*");
            String[] place = name.replace("*", "").split("\\.", 2);
            if (place[0].equals("iam")) {
                iam.add(value);
            } else if (place.length == 1) {
                body = value;
            } else {
                named.computeIfAbsent(place[0], in -> new LinkedHashMap<>())
                        .put(place[1], new Field(value, required, !required, false));
            }
        }
        Map<String, String> pathTypes = new LinkedHashMap<>();
        named.getOrDefault("path", Map.of()).forEach((name, field) -> pathTypes.put(name, field.type()));
        return new ContractOperation(
                words[1],
                words[0],
                words[2].substring(2),
                anonymous,
                status,
                pathTypes,
                named.getOrDefault("query", Map.of()),
                body,
                named.getOrDefault("body", Map.of()),
                List.copyOf(iam));
    }
}
