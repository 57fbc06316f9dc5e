// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import io.github.camelovh.domain.api.model.VisibleText;
import io.github.camelovh.domain.app.file.BoundedYaml;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.task.RepairSource;
import io.github.camelovh.domain.task.RepairSource.From;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the operator's repair rules: {@code config/repair-rules.yaml}, a list that is checked from top to bottom. */
public final class RepairRulesFile {

    private static final Set<String> MEMBERS = Set.of("function", "argument", "from", "column", "value");

    private final String name;
    private final List<String> problems = new ArrayList<>();

    private RepairRulesFile(String name) {
        this.name = name;
    }

    /**
     * The rules of an installation; the default rules if it has no such file.
     *
     * @throws SettingsException with each wrong rule and its line
     */
    public static List<RepairSource> of(AppHome home) {
        Path file = home.config().resolve("repair-rules.yaml");
        try {
            return Files.exists(file) ? read(file) : RepairAdvisor.rulesOfThisRelease();
        } catch (IOException e) {
            throw new SettingsException("The repair rules in " + file + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a file of rules.
     *
     * @param file in UTF-8
     * @return the rules in their order; none for an empty file
     * @throws SettingsException with each wrong rule and its line; no value is shown
     * @throws IOException if it cannot be read
     */
    public static List<RepairSource> read(Path file) throws IOException {
        return of(file.toString(), Files.readString(file));
    }

    static List<RepairSource> of(String name, String text) {
        RepairRulesFile reading = new RepairRulesFile(name);
        List<RepairSource> rules = reading.rules(text);
        if (!reading.problems.isEmpty()) {
            throw new SettingsException(String.join(System.lineSeparator(), reading.problems) + System.lineSeparator()
                    + "No rule of the file is used until all errors are corrected.");
        }
        return rules;
    }

    private List<RepairSource> rules(String text) {
        List<RepairSource> rules = new ArrayList<>();
        Node root = null;
        try {
            root = BoundedYaml.compose(text).orElse(null);
        } catch (MarkedYamlEngineException e) {
            wrong(
                    e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
                    "it is not YAML: " + VisibleText.line(e.getProblem()));
        } catch (YamlEngineException e) {
            wrong(1, "it is not YAML");
        }
        if (root instanceof SequenceNode list) {
            list.getValue().forEach(each -> take(each, rules));
        } else if (root != null) {
            wrong(line(root), "a list of rules was expected, each with a dash before it");
        }
        return rules;
    }

    private void take(Node node, List<RepairSource> rules) {
        int line = line(node);
        Map<String, String> members = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            wrong(line, "a rule has function, argument, from, and column or value");
            return;
        }
        int before = problems.size();
        mapping.getValue().forEach(each -> member(each, members));
        if (problems.size() > before) {
            return;
        }
        try {
            rules.add(rule(members));
        } catch (IllegalArgumentException e) {
            wrong(line, e.getMessage());
        }
    }

    private void member(NodeTuple tuple, Map<String, String> members) {
        int line = line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key) || !MEMBERS.contains(key.getValue())) {
            wrong(line, "a rule has function, argument, from, and column or value, and nothing else");
        } else if (!(tuple.getValueNode() instanceof ScalarNode value)) {
            wrong(line, key.getValue() + " must be one text");
        } else if (members.put(key.getValue(), value.getValue()) != null) {
            wrong(line, key.getValue() + " is there twice");
        }
    }

    private static RepairSource rule(Map<String, String> members) {
        String from = members.getOrDefault("from", "");
        List<String> known = Arrays.stream(From.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(from)) {
            throw new IllegalArgumentException("from must be one of " + String.join(", ", known));
        }
        boolean row = from.equals("row");
        if (members.containsKey(row ? "value" : "column")) {
            throw new IllegalArgumentException(
                    "from: " + from + " takes " + (row ? "column" : "value") + ", not " + (row ? "value" : "column"));
        }
        return new RepairSource(
                members.getOrDefault("function", RepairSource.ANY),
                members.get("argument"),
                From.valueOf(from.toUpperCase(Locale.ROOT)),
                members.get(row ? "column" : "value"));
    }

    private void wrong(int line, String why) {
        problems.add(name + ", line " + line + ": " + why + ".");
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
