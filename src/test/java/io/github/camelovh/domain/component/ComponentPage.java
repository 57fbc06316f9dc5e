// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Risk;
import io.github.camelovh.domain.operation.CompositeOperation;
import io.github.camelovh.domain.operation.CompositeOperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the tables of the component's page from the catalog JSON and the operation table. {@code main} rewrites the
 * committed page; {@link ComponentPageTest} fails if it is out of date.
 */
final class ComponentPage {

    static final Path PAGE = Path.of("src/main/docs/ovh-domain-component.adoc");
    private static final Path CATALOG =
            Path.of("src/generated/resources/META-INF/io/github/camelovh/domain/component/ovh-domain.json");
    private static final Pattern MARKED = Pattern.compile("(// generated: ([a-z ]+)\n).*?(// end\n)", Pattern.DOTALL);

    private final JsonNode catalog;

    private ComponentPage(JsonNode catalog) {
        this.catalog = catalog;
    }

    public static void main(String[] args) throws IOException {
        Files.writeString(PAGE, current());
    }

    /** {@return the page as it should be} */
    static String current() throws IOException {
        ComponentPage page = new ComponentPage(new ObjectMapper().readTree(CATALOG.toFile()));
        Map<String, String> tables = Map.of(
                "component options", page.options("Component options", "componentProperties", "property"),
                "endpoint options", page.endpointOptions(),
                "headers", page.headers(),
                "operations", operations());
        return MARKED.matcher(Files.readString(PAGE))
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "\n" + tables.get(found.group(2)) + "\n" + found.group(3)));
    }

    private String endpointOptions() {
        return options("Path parameters", "properties", "path") + "\n"
                + options("Query parameters", "properties", "parameter");
    }

    private String options(String title, String group, String kind) {
        String rows = catalog.get(group).properties().stream()
                .filter(each -> each.getValue().get("kind").asText().equals(kind))
                .map(each -> "| *" + each.getKey() + "* ("
                        + each.getValue().get("group").asText() + ")"
                        + (each.getValue().path("required").asBoolean() ? " *Required*" : "") + " | "
                        + escaped(each.getValue().path("description").asText()) + " | "
                        + each.getValue().path("defaultValue").asText("") + " | "
                        + simple(each.getValue().get("javaType").asText()) + "\n")
                .collect(Collectors.joining());
        return "=== " + title + "\n\n[width=\"100%\",cols=\"2,5,1,2\",options=\"header\"]\n|===\n"
                + "| Name | Description | Default | Type\n" + rows + "|===\n";
    }

    private String headers() {
        String rows = catalog.get("headers").properties().stream()
                .map(each -> "| *" + each.getKey() + "* ("
                        + each.getValue().get("label").asText() + ") | "
                        + escaped(each.getValue().path("description").asText()) + " | "
                        + simple(each.getValue().get("javaType").asText()) + "\n")
                .collect(Collectors.joining());
        return "== Message headers\n\n[width=\"100%\",cols=\"2,5,1\",options=\"header\"]\n|===\n"
                + "| Name | Description | Type\n" + rows + "|===\n";
    }

    private static String operations() {
        OperationCatalog rows = OperationCatalog.shipped();
        List<CompositeOperation> composites = CompositeOperations.described();
        StringBuilder text = new StringBuilder();
        for (OvhDomainResource each : OvhDomainResource.values()) {
            String resource = each.name();
            text.append("=== Resource ").append(resource).append("\n\n");
            text.append("[width=\"100%\",cols=\"2,4,4,3\",options=\"header\"]\n|===\n");
            text.append("| Operation | Does | Parameters | IAM action\n");
            composites.stream()
                    .filter(one -> one.resource().equals(resource))
                    .forEach(one -> text.append(
                            "| *" + one.name() + "*" + risk(one.risk()) + " | Returns " + escaped(one.answer()) + " | "
                                    + parameters(one.parameters(), "") + " | "
                                    + one.rows().map(ComponentPage::rights).orElse("those of its calls") + "\n"));
            for (Operation row : rows.of(resource)) {
                text.append("| *" + row.name() + "*" + risk(row.risk()) + " | `" + row.route() + "`"
                        + (row.flags().contains("beta") ? " (beta)" : "")
                        + (row.flags().contains("deprecated") ? " *(deprecated)*" : "")
                        + (row.answer().equals("void") ? "" : ", returns " + row.answer()) + " | "
                        + parameters(row.parameters(), row.lists().isEmpty() ? "" : "expand")
                        + (row.openBody() ? ", and the whole object as the body" : "") + " | "
                        + rights(row) + "\n");
            }
            text.append("|===\n\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    /** Those of all rows that a composite operation may call. */
    private static String rights(List<Operation> rows) {
        String actions = rows.stream()
                .flatMap(row -> row.iamActions().stream())
                .distinct()
                .map(action -> "`" + action + "`")
                .collect(Collectors.joining(", "));
        return actions.isEmpty() ? "none" : actions;
    }

    private static String rights(Operation operation) {
        if (operation.anonymous()) {
            return "none, anonymous";
        }
        return operation.iamActions().isEmpty() ? "none" : "`" + String.join("`, `", operation.iamActions()) + "`";
    }

    private static String parameters(List<Parameter> parameters, String more) {
        String listed = parameters.stream()
                .map(each -> each.name()
                        + (each.type().equals("map") ? ".*" : "")
                        + (each.required() ? "!" : "")
                        + limit(each))
                .collect(Collectors.joining(", "));
        return listed + (listed.isEmpty() || more.isEmpty() ? "" : ", ") + more;
    }

    private static String limit(Parameter parameter) {
        if (parameter.kind() != Parameter.Kind.LIMIT) {
            return "";
        }
        String usual =
                parameter.byDefault() == null || parameter.byDefault().isEmpty() ? "" : ": " + parameter.byDefault();
        return " (limit" + usual + ")";
    }

    private static String risk(Risk risk) {
        return risk == Risk.READ ? "" : " " + risk;
    }

    private static String simple(String javaType) {
        return javaType.replaceAll("[a-z0-9]+\\.(?=[a-zA-Z])", "");
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }
}
