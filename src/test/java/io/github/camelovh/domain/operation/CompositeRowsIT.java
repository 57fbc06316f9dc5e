// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.catalog.HttpMethod;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.operation.CompositeWorld.Crash;
import io.github.camelovh.domain.operation.CompositeWorld.Failure;
import io.github.camelovh.domain.operation.Scenario.Input;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Has every composite operation called on the sandbox, well and with each of its calls failing in each way, and holds the rows
 * that it called against {@code composites.txt}, by which users are told what rights it needs.
 */
@Tag("once")
class CompositeRowsIT {
    private static final Path COMMITTED =
            Path.of("src/main/resources/io/github/camelovh/domain/operation/composites.txt");
    private static final Path SEEN = Path.of("target/composites.txt");

    /** It calls what it is told to. */
    private static final Set<String> FREE = Set.of("api:call");

    /** The tenth look for something is like the ninth. */
    private static final int ENOUGH = 2;

    /** What is asked after a lost answer is asked at once. */
    private static final int SOON = 5;

    private final Map<String, Set<Operation>> rows = new TreeMap<>();
    private CompositeWorld world;

    /** Good runs only; what is called after failures is seen by the whole exploration. */
    @Test
    void goodRunsCallNoOtherRowsThanThoseThatAreShipped() throws Exception {
        inWorld(scenario -> {
            run(scenario, Map.of(), false);
            run(scenario, Map.of(), true);
        });

        assertEachHasAScenario();
        Map<String, Set<String>> shipped = Files.readAllLines(COMMITTED).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| "))
                .collect(Collectors.toMap(line -> line[0], line -> Set.of(line[1].split(" "))));
        rows.forEach((name, called) -> assertThat(shipped.get(name))
                .as(name + ": run this test with -Pcrash, then copy " + SEEN + " to " + COMMITTED)
                .contains(names(called).split(" ")));
    }

    @Test
    @Tag("crash")
    void theRowsOfEachCompositeAreThoseThatItCalls() throws Exception {
        inWorld(this::explore);

        List<String> lines = new ArrayList<>(Files.readAllLines(COMMITTED).stream()
                .filter(line -> line.startsWith("#"))
                .toList());
        rows.forEach((name, called) -> lines.add(name + " | " + names(called)));
        Files.write(SEEN, lines);
        assertEachHasAScenario();
        assertThat(Files.readAllLines(COMMITTED))
                .as("if this is meant, copy %s to %s", SEEN, COMMITTED)
                .isEqualTo(lines);
    }

    private void inWorld(Consumer<Scenario> each) {
        SandboxOptions options = SandboxOptions.defaults()
                .withDomains(40)
                .withOwners(12)
                .withZone(ZoneScenarios.LARGE_ZONE, 30)
                .withTaskTime(Duration.ofMinutes(1));
        try (OvhSandbox sandbox = OvhSandbox.start(options)) {
            world = new CompositeWorld(sandbox);
            CompositeScenarios.all().forEach(each);
        }
    }

    private void assertEachHasAScenario() {
        assertThat(rows.keySet())
                .as("every composite operation has a scenario")
                .containsExactlyInAnyOrderElementsOf(CompositeOperations.described().stream()
                        .map(CompositeOperation::fullName)
                        .filter(name -> !FREE.contains(name))
                        .toList());
    }

    /**
     * A server without pages, then one with them, of which each call of a good run fails: a reading one by finding nothing, another
     * one in each way. What costs money meets a second failure after a lost answer.
     */
    private void explore(Scenario scenario) {
        run(scenario, Map.of(), false);
        List<Optional<Operation>> good = run(scenario, Map.of(), true);
        for (int i : firstOfEach(good, -1)) {
            Set<Failure> failures = writes(good.get(i)) ? EnumSet.allOf(Failure.class) : EnumSet.of(Failure.MISSING);
            for (Failure failure : failures) {
                List<Optional<Operation>> taken = run(scenario, Map.of(i, failure));
                if (scenario.costly() && failure == Failure.LOST) {
                    firstOfEach(taken, i).stream()
                            .limit(SOON)
                            .forEach(j -> run(scenario, Map.of(i, failure, j, Failure.MISSING)));
                }
            }
        }
    }

    /** The numbers of the first calls of each row, after a call. */
    private static List<Integer> firstOfEach(List<Optional<Operation>> calls, int after) {
        List<Integer> numbers = new ArrayList<>();
        Map<Optional<Operation>, Integer> seen = new HashMap<>();
        for (int i = after + 1; i < calls.size(); i++) {
            if (seen.merge(calls.get(i), 1, Integer::sum) <= ENOUGH) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static String names(Set<Operation> called) {
        return OperationCatalog.shipped().all().stream()
                .filter(called::contains)
                .map(Operation::fullName)
                .reduce((one, other) -> one + " " + other)
                .orElse("-");
    }

    private static boolean writes(Optional<Operation> row) {
        return row.isEmpty() || row.get().method() != HttpMethod.GET;
    }

    private List<Optional<Operation>> run(Scenario scenario, Map<Integer, Failure> failures) {
        return run(scenario, failures, true);
    }

    /** The operation, and again as by a new process with and without what the first one wrote down. */
    private List<Optional<Operation>> run(Scenario scenario, Map<Integer, Failure> failures, boolean pages) {
        world.begin();
        world.pages = pages;
        Input input = scenario.preparation().apply(world);
        world.record(failures);
        try {
            world.call(scenario.operation(), input.parameters(), input.body(), input.times());
        } catch (RuntimeException | Crash e) {
            if (failures.isEmpty()) {
                throw new AssertionError(scenario + " did not succeed", e);
            }
        }
        List<Optional<Operation>> first = world.calls();
        for (int i = 0; i < input.rounds(); i++) {
            again(scenario, input);
            world.pass(Duration.ofDays(1));
        }
        if (scenario.costly()) {
            world.loseJournal();
            again(scenario, input);
        }
        Set<Operation> called = rows.computeIfAbsent(scenario.operation(), name -> new HashSet<>());
        world.calls().forEach(row -> row.ifPresent(called::add));
        return first;
    }

    private void again(Scenario scenario, Input input) {
        try {
            world.call(scenario.operation(), input.parameters(), input.body());
        } catch (RuntimeException e) {
            // what is done already, or half done, may be refused
        }
    }
}
