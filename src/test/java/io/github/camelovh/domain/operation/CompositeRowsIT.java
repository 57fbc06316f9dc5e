// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.catalog.HttpMethod;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.operation.CompositeScenarios.Input;
import io.github.camelovh.domain.operation.CompositeScenarios.Scenario;
import io.github.camelovh.domain.operation.CompositeWorld.Crash;
import io.github.camelovh.domain.operation.CompositeWorld.Failure;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Has every composite operation called on the sandbox, well and with each of its calls failing in each way, and holds the rows
 * that it called against {@code composites.txt}, by which users are told what rights it needs.
 */
class CompositeRowsIT {
    private static final Path COMMITTED =
            Path.of("src/main/resources/io/github/camelovh/domain/operation/composites.txt");
    private static final Path SEEN = Path.of("target/composites.txt");

    /** It calls what it is told to. */
    private static final Set<String> FREE = Set.of("api:call");

    private final Map<String, Set<String>> rows = new TreeMap<>();
    private CompositeWorld world;

    @Test
    void theRowsOfEachCompositeAreThoseThatItCalls() throws Exception {
        SandboxOptions options =
                SandboxOptions.defaults().withDomains(12).withOwners(12).withTaskTime(Duration.ofMinutes(1));
        try (OvhSandbox sandbox = OvhSandbox.start(options)) {
            world = new CompositeWorld(sandbox);
            CompositeScenarios.all().forEach(this::explore);
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(COMMITTED).stream()
                .filter(line -> line.startsWith("#"))
                .toList());
        rows.forEach((name, called) -> lines.add(name + " | " + String.join(" ", called)));
        Files.write(SEEN, lines);

        assertThat(rows.keySet())
                .as("every composite operation has a scenario")
                .containsExactlyInAnyOrderElementsOf(CompositeOperations.described().stream()
                        .map(CompositeOperation::fullName)
                        .filter(name -> !FREE.contains(name))
                        .toList());
        assertThat(Files.readAllLines(COMMITTED))
                .as("if this is meant, copy %s to %s", SEEN, COMMITTED)
                .isEqualTo(lines);
    }

    /** Each call of a good run fails in each way; what costs money meets a second failure after a lost effect. */
    private void explore(Scenario scenario) {
        int calls = run(scenario, Map.of()).size();
        for (int i = 0; i < calls; i++) {
            for (Failure failure : Failure.values()) {
                List<Optional<Operation>> taken = run(scenario, Map.of(i, failure));
                if (scenario.costly() && failure != Failure.MISSING && writes(taken.get(i))) {
                    for (int j = i + 1; j < taken.size(); j++) {
                        run(scenario, Map.of(i, failure, j, Failure.MISSING));
                    }
                }
            }
        }
    }

    private static boolean writes(Optional<Operation> row) {
        return row.isPresent() && row.get().method() != HttpMethod.GET;
    }

    /** The operation, and again as by a new process with and without what the first one wrote down. */
    private List<Optional<Operation>> run(Scenario scenario, Map<Integer, Failure> failures) {
        world.begin();
        Input input = scenario.preparation().apply(world);
        world.record(failures);
        try {
            world.call(scenario.operation(), input.parameters(), input.body());
        } catch (RuntimeException | Crash e) {
            if (failures.isEmpty()) {
                throw new AssertionError(scenario + " did not succeed", e);
            }
        }
        List<Optional<Operation>> first = world.calls();
        again(scenario, input);
        world.loseJournal();
        again(scenario, input);
        world.calls().stream().flatMap(Optional::stream).forEach(row -> rows.computeIfAbsent(
                        scenario.operation(), name -> new TreeSet<>())
                .add(row.fullName()));
        return first;
    }

    private void again(Scenario scenario, Input input) {
        try {
            world.call(scenario.operation(), input.parameters(), input.body());
        } catch (RuntimeException e) {
            // what is done already, or half done, may be refused
            assertThat(e).isNotInstanceOf(ClassCastException.class);
        }
    }
}
