// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Records in YAML: a list of them, or one or several under each name. Values are taken as they are written, so that
 * {@code 1.10} stays what it is.
 */
final class YamlRecords {
    private final PlacedRecords records = new PlacedRecords();

    private YamlRecords() {}

    static PlacedRecords read(String text) {
        YamlRecords reading = new YamlRecords();
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            reading.root(new Compose(settings).composeString(text).orElse(null));
        } catch (MarkedYamlEngineException e) {
            throw refused(e.getProblemMark().map(YamlRecords::line).orElse(1), "it is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw refused(1, "it is no YAML: " + e.getMessage());
        }
        return reading.records;
    }

    private void root(Node root) {
        if (root instanceof SequenceNode list) {
            list.getValue().forEach(each -> record(each, null));
            return;
        }
        if (!(root instanceof MappingNode names)) {
            throw refused(root == null ? 1 : line(root), "a list of records was expected, or names with their records");
        }
        for (Map.Entry<ScalarNode, Node> each : entries(names).entrySet()) {
            String name = each.getKey().getValue();
            boolean plain = names.getValue().size() == 1 && name.equals("records");
            if (each.getValue() instanceof SequenceNode several) {
                several.getValue().forEach(one -> record(one, plain ? null : name));
            } else {
                record(each.getValue(), name);
            }
        }
    }

    private void record(Node node, String name) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(line(node), "a record with type and value was expected");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        if (name != null) {
            members.put("name", name);
        }
        entries(mapping).forEach((key, value) -> {
            if (members.put(key.getValue(), value(value)) != null) {
                throw refused(line(key), key.getValue() + " stands there twice");
            }
        });
        records.add(line(node), members);
    }

    private static Map<ScalarNode, Node> entries(MappingNode mapping) {
        Map<ScalarNode, Node> entries = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw refused(line(tuple.getKeyNode()), "a name was expected");
            }
            if (!seen.add(key.getValue())) {
                throw refused(line(key), "\"" + key.getValue() + "\" stands there twice");
            }
            entries.put(key, tuple.getValueNode());
        }
        return entries;
    }

    private static Object value(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (node instanceof SequenceNode list) {
            List<Object> values = new ArrayList<>();
            for (Node each : list.getValue()) {
                if (!(each instanceof ScalarNode scalar)) {
                    throw refused(line(each), "a text was expected");
                }
                values.add(scalar.getValue());
            }
            return values;
        }
        throw refused(line(node), "a text or a list of texts was expected");
    }

    private static int line(Node node) {
        return node.getStartMark().map(YamlRecords::line).orElse(1);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static ZoneFileException refused(int line, String why) {
        return new ZoneFileException("The list is refused, and nothing was changed: line " + line + ": " + why);
    }
}
