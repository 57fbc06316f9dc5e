// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the files {@code *.script}: {@code $} is a command (KEYS means endpoint and keys of a sandbox), {@code >} is
 * stdout, {@code !} is stderr, {@code ?} is the exit code. {@code <*>} is any text, and consecutive spaces and line
 * ends count as one space.
 */
class CliScriptTest {
    private static OvhSandbox sandbox;

    @BeforeAll
    static void startSandbox() {
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withDomains(3));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    private record Step(String command, String out, String err, int code) {}

    @TestFactory
    Stream<DynamicTest> scripts() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(CliScriptTest.class.getResource("usage.script"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> scripts = files.filter(file -> file.toString().endsWith(".script"))
                    .sorted()
                    .toList();
            assertThat(scripts).hasSizeGreaterThanOrEqualTo(3);
            return scripts.stream().flatMap(CliScriptTest::steps);
        }
    }

    private static Stream<DynamicTest> steps(Path script) {
        List<Step> steps = new ArrayList<>();
        String command = null;
        String out = null;
        String err = null;
        try {
            for (String line : Files.readAllLines(script)) {
                String rest = line.length() > 2 ? line.substring(2) : "";
                if (line.startsWith("$ ")) {
                    command = rest;
                    out = null;
                    err = null;
                } else if (line.startsWith("> ")) {
                    out = rest;
                } else if (line.startsWith("! ")) {
                    err = rest;
                } else if (line.startsWith("? ")) {
                    steps.add(new Step(command, out, err, Integer.parseInt(rest)));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return steps.stream()
                .map(step -> DynamicTest.dynamicTest(script.getFileName() + ": " + step.command(), () -> play(step)));
    }

    private static void play(Step step) {
        List<String> arguments = new ArrayList<>();
        for (String word : step.command().split(" ")) {
            arguments.addAll(word.equals("KEYS") ? Cli.keys(sandbox) : List.of(word));
        }

        Cli.Said said = Cli.run(arguments.toArray(String[]::new));

        assertThat(said.code()).as(said.toString()).isEqualTo(step.code());
        if (step.out() != null) {
            assertThat(oneLine(said.out())).matches(pattern(step.out()));
        }
        if (step.err() != null) {
            assertThat(oneLine(said.err())).matches(pattern(step.err()));
        }
        assertThat(said.err()).doesNotContain("\tat ").doesNotContain(OvhSandbox.APPLICATION_SECRET);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Usage errors end with a hint at --help, which the scripts leave out. */
    private static Pattern pattern(String expected) {
        String regex =
                Stream.of(expected.split("<\\*>", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex + "( Possible solutions:.*)?( Did you mean.*)?( Try: .*)?");
    }
}
