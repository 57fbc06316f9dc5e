// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import io.github.camelovh.domain.api.model.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The members of one object of the file, read one by one; errors are reported with their line. Used by one thread. */
final class Members {
    /** Longer texts are errors. */
    private static final int LONGEST = 500;

    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final BiConsumer<Integer, String> wrong;

    private Members(int line, BiConsumer<Integer, String> wrong) {
        this.line = line;
        this.wrong = wrong;
    }

    /**
     * @param what the object, in a sentence
     * @param accepted names of members; empty: any
     * @param wrong receives the line and the description of an error
     */
    static Members of(Node node, String what, Set<String> accepted, BiConsumer<Integer, String> wrong) {
        Members members = new Members(lineOf(node), wrong);
        if (!(node instanceof MappingNode mapping)) {
            wrong.accept(lineOf(node), what + " has members, each with its name and a colon");
            return members;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int at = lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                wrong.accept(at, what + " has members, each with its name and a colon");
            } else if (!accepted.isEmpty() && !accepted.contains(key.getValue())) {
                wrong.accept(
                        at,
                        what + " has no member \"" + shown(key.getValue()) + "\"; it has "
                                + String.join(", ", accepted.stream().sorted().toList()));
            } else if (members.values.put(key.getValue(), tuple.getValueNode()) != null) {
                wrong.accept(at, "\"" + shown(key.getValue()) + "\" is there twice");
            } else {
                members.lines.put(key.getValue(), at);
            }
        }
        return members;
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    static String shown(String text) {
        return VisibleText.line(text, 60);
    }

    int line() {
        return line;
    }

    int line(String name) {
        return lines.getOrDefault(name, line);
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(values.get(name));
    }

    void wrong(String name, String why) {
        wrong.accept(line(name), name + " " + why);
    }

    /** One text; empty if there is none, or if it is wrong, which is reported. */
    Optional<String> text(String name) {
        return node(name).flatMap(node -> text(name, node));
    }

    private Optional<String> text(String name, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            wrong.accept(lineOf(node), name + " must be one text");
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            wrong.accept(
                    lineOf(node),
                    name + (text.isEmpty() ? " is empty" : " is longer" + " than " + LONGEST + " characters"));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** One text or a list of texts; empty if there is none. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node(name).ifPresent(node -> {
            List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
            if (nodes.isEmpty()) {
                wrong(name, "is an empty list");
            }
            nodes.forEach(each -> text(name, each).ifPresent(texts::add));
        });
        return texts;
    }

    /** A whole number within limits; empty if there is none, or if it is wrong, which is reported. */
    Optional<Integer> number(String name, int least, int most) {
        Optional<String> text = text(name);
        if (text.isPresent() && !(text.get().matches("\\d{1,6}") && isWithin(text.get(), least, most))) {
            wrong(name, "must be a whole number from " + least + " to " + most + ", not \"" + shown(text.get()) + "\"");
            return Optional.empty();
        }
        return text.map(Integer::valueOf);
    }

    private static boolean isWithin(String digits, int least, int most) {
        int number = Integer.parseInt(digits);
        return number >= least && number <= most;
    }
}
