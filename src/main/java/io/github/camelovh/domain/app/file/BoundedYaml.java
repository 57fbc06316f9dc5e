// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.file;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads short YAML files of rules. Their depth and number of values are counted before a tree is made of them. */
public final class BoundedYaml {
    private static final int DEEPEST = 20;
    private static final int MOST_VALUES = 100_000;

    private BoundedYaml() {}

    /**
     * Reads a text.
     *
     * @return its tree; empty if it has none
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if it is no YAML, or is nested too deeply, or too long
     */
    public static Optional<Node> compose(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(0)
                .setAllowRecursiveKeys(false)
                .build();
        int depth = 0;
        int values = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> depth++;
                case SequenceEnd, MappingEnd -> depth--;
                case Scalar, Alias -> values++;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new ParserException("it is nested more than " + DEEPEST + " levels deep", event.getStartMark());
            }
            if (values > MOST_VALUES) {
                throw new ParserException("it has more than " + MOST_VALUES + " values", event.getStartMark());
            }
        }
        return new Compose(settings).composeString(text);
    }
}
