// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compiles {@code contract.txt} from the official schema: its facts, without its texts. To write the file again, run
 * {@link ContractFileTest} with {@code -Dcontract.write=true}.
 */
final class ContractCompiler {
    private static final Pattern ALIAS = Pattern.compile("([\\w.]+)((?:\\[])*):(\\w+)(?:\\[])*");
    private static final Pattern MODEL_NAME = Pattern.compile("[A-Za-z][\\w]*(?:\\.[\\w]+)+(?:<[\\w.]+>)?");
    private static final Set<String> SCALARS = Set.of("duration", "string", "long");

    private final Map<String, JsonNode> models = new TreeMap<>();
    private final Map<String, Set<String>> enums = new TreeMap<>();
    private final Set<String> operations = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();
    private final Deque<String> toVisit = new ArrayDeque<>();

    static String compile(Path schemas) throws IOException {
        ContractCompiler compiler = new ContractCompiler();
        ObjectMapper json = new ObjectMapper();
        List<Path> files;
        try (Stream<Path> all = Files.list(schemas)) {
            files = all.filter(file -> file.getFileName().toString().matches("v[12]-[A-Za-z]+\\.json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String prefix = file.getFileName().toString().startsWith("v2-") ? "/v2" : "";
            compiler.read(json.readTree(file.toFile()), prefix);
        }
        return compiler.text();
    }

    private void read(JsonNode schema, String prefix) {
        schema.path("models").properties().forEach(model -> {
            JsonNode facts = model.getValue();
            if (facts.has("enum")) {
                Set<String> values = enums.computeIfAbsent(model.getKey(), name -> new LinkedHashSet<>());
                facts.path("enum").forEach(value -> values.add(value.asText()));
            } else {
                models.putIfAbsent(model.getKey(), facts);
            }
        });
        schema.path("apis").forEach(api -> api.path("operations")
                .forEach(operation ->
                        operations.add(line(prefix + api.path("path").asText(), operation))));
    }

    private String line(String path, JsonNode operation) {
        StringJoiner line = new StringJoiner(" ");
        line.add(path).add(operation.path("httpMethod").asText());
        line.add("->" + type(operation.path("responseType").asText()));
        if (operation.path("noAuthentication").asBoolean()) {
            line.add("anonymous");
        }
        String status = operation.path("apiStatus").path("value").asText();
        if (!status.equals("PRODUCTION")) {
            line.add(status.toLowerCase(java.util.Locale.ROOT));
        }
        Set<String> parameters = new TreeSet<>();
        operation.path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText("");
            String in = parameter.path("paramType").asText();
            String star = parameter.path("required").asBoolean() && !in.equals("path") ? "*" : "";
            parameters.add(in + (name.isEmpty() || name.equals("null") ? "" : "." + name) + star + "="
                    + type(parameter
                            .path("fullType")
                            .asText(parameter.path("dataType").asText())));
        });
        parameters.forEach(line::add);
        operation
                .path("iamActions")
                .forEach(action -> line.add("iam=" + action.path("name").asText()));
        return line.toString();
    }

    private String type(String fullType) {
        String type = fullType;
        Matcher alias = ALIAS.matcher(fullType);
        if (alias.matches()) {
            type = (SCALARS.contains(alias.group(1)) ? alias.group(1) : alias.group(3)) + alias.group(2);
        }
        // Answer types have these without the scalar type.
        type = type.replace("coreTypes.ServiceId", "long").replaceFirst("coreTypes\\.\\w+", "string");
        Matcher names = MODEL_NAME.matcher(type);
        while (names.find()) {
            if (reached.add(names.group())) {
                toVisit.add(names.group());
            }
        }
        return type;
    }

    private String text() {
        Map<String, String> lines = new TreeMap<>();
        while (!toVisit.isEmpty()) {
            String name = toVisit.poll();
            if (enums.containsKey(name)) {
                lines.put(name, "enum " + name + " " + String.join(" ", enums.get(name)));
            } else {
                lines.put(name, "model " + name + properties(name));
            }
        }
        return "# Facts of OVHcloud's public API schema, made by ContractCompiler; do not edit.\n"
                + "# PATH METHOD ->ANSWER [anonymous] [beta|alpha|deprecated] IN.NAME[*]=TYPE... iam=ACTION\n"
                + String.join("\n", operations)
                + "\n# model NAME PROPERTY=TYPE[!][?][~]   ! required, ? may be null, ~ read-only\n# enum NAME VALUE...\n"
                + String.join("\n", lines.values()) + "\n";
    }

    private String properties(String name) {
        JsonNode model = models.get(name);
        if (model == null) {
            throw new IllegalStateException("No model " + name);
        }
        StringBuilder text = new StringBuilder();
        model.path("properties").properties().forEach(property -> {
            JsonNode facts = property.getValue();
            String type = facts.path("fullType").asText(facts.path("type").asText());
            text.append(' ').append(property.getKey()).append('=').append(type(type));
            text.append(facts.path("required").asBoolean() ? "!" : "");
            text.append(facts.path("canBeNull").asBoolean() ? "?" : "");
            text.append(facts.path("readOnly").asBoolean() ? "~" : "");
        });
        return text.toString();
    }
}
