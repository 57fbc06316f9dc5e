// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One thing that an operation is asked for.
 *
 * @param operation full name
 * @param preparation makes the world ready, and gives what the operation is called with
 * @param costly whether it spends money: it is then tried with two failures at once as well
 */
record Scenario(String operation, Function<CompositeWorld, Input> preparation, boolean costly) {
    static final String NAME = "already-mine.com";
    static final String LEAVES = "garden-travel-1.com";

    /**
     * What an operation is called with.
     *
     * @param times how often one process calls it
     * @param rounds how many processes call it after the first one, a day apart
     */
    record Input(Map<String, Object> parameters, Object body, int times, int rounds) {
        Input(Map<String, Object> parameters, Object body) {
            this(parameters, body, 1, 1);
        }
    }

    @Override
    public String toString() {
        return operation;
    }

    static Scenario run(String operation, Object... parameters) {
        return new Scenario(operation, world -> new Input(map(parameters), null), false);
    }

    static Scenario run(String operation, Map<String, Object> parameters) {
        return prepared(operation, world -> new Input(parameters, null));
    }

    static Scenario costly(String operation, Function<CompositeWorld, Input> preparation) {
        return new Scenario(operation, preparation, true);
    }

    static Scenario prepared(String operation, Function<CompositeWorld, Input> preparation) {
        return new Scenario(operation, preparation, false);
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> all = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put((String) pairs[i], pairs[i + 1]);
        }
        return all;
    }

    static Input with(Object... parameters) {
        return new Input(map(parameters), null);
    }

    /** A change that goes on in several processes, each from the step that the one before noted. */
    static Input going(Object... parameters) {
        Map<String, Object> all = map(parameters);
        all.put("run", CompositeWorld.RUN);
        return new Input(all, null, 1, 8);
    }

    static Input going(Input once) {
        return new Input(joinedTo(once.parameters(), "run", CompositeWorld.RUN), once.body(), 1, 3);
    }

    static Map<String, Object> joinedTo(Map<String, Object> some, String name, Object value) {
        some.put(name, value);
        return some;
    }
}
