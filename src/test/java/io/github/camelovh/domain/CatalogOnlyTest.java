// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Routes, repeat kinds and IAM actions stand in {@code operations.txt} and nowhere else in the code. */
class CatalogOnlyTest {
    private static final Path ROOT = Path.of("src/main/java/io/github/camelovh/domain");
    private static final Pattern CODE = Pattern.compile(
            "\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\]|\\\\.)+'|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /** What looks like a route and is none. */
    private static final Set<String> NO_ROUTES = Set.of(
            "api/OvhApi.java /auth/oauth2/token", // the token service, which is no route of the API
            "api/ApiRegion.java /auth/oauth2/token",
            "app/cli/SandboxCommand.java /auth/oauth2/token",
            "app/row/CellReading.java /me/contact", // the form of a contact in a cell
            "task/RepairSource.java /me/contact", // the type of a task's argument
            "task/RepairSource.java /me/document",
            "task/RepairRules.java /me/contact",
            "task/RepairRules.java /me/document");

    /** Calls whose repeat kind is another one than that of their row, with the reason beside each. */
    private static final Set<String> OTHER_REPEAT = Set.of("renewal/Renewer.java", "task/TaskCalls.java");

    private final Set<String> firstSegments = OperationCatalog.shipped().all().stream()
            .map(row -> row.path().replaceFirst("^/v2", "").replaceFirst("^(/[^/]+).*", "$1"))
            .collect(Collectors.toSet());

    @Test
    void noOtherClassSpellsARouteOrAnIamAction() {
        assertThat(ours().flatMap(file -> texts(file)
                        .filter(text -> isRoute(text) || text.contains("apiovh"))
                        .map(text -> place(file) + " " + text)))
                .containsExactlyInAnyOrderElementsOf(NO_ROUTES);
    }

    /** A path from its first segment on, a template or not. */
    private boolean isRoute(String text) {
        String path = text.replaceFirst("^(GET|POST|PUT|DELETE) ", "").replaceFirst("^/v[12](?=/)", "");
        return firstSegments.stream()
                .anyMatch(first -> path.equals(first) || path.startsWith(first + "/") || path.startsWith(first + "{"));
    }

    @Test
    void onlyTheseCallsHaveARepeatKindOfTheirOwn() {
        assertThat(ours().filter(file -> read(file).contains(".withRepeat(")).map(CatalogOnlyTest::place))
                .containsExactlyInAnyOrderElementsOf(OTHER_REPEAT);
    }

    @Test
    void everyRowThatIsNamedIsThere() {
        Pattern named = Pattern.compile("OperationCatalog\\.row\\(\\s*\"([^\"]+)\"\\)");
        List<String> names = ours().flatMap(file -> named.matcher(read(file)).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(names).hasSizeGreaterThan(80);
        assertThat(OperationCatalog.shipped().all())
                .extracting(Operation::fullName)
                .containsAll(names);
    }

    /** The sandbox shares nothing with what it tests, and so has routes of its own. */
    private static Stream<Path> ours() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !place(file).startsWith("sandbox/"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a source file, without its comments; each once. */
    private static Stream<String> texts(Path file) {
        Matcher matcher = CODE.matcher(read(file));
        return matcher.results().map(found -> found.group(1)).filter(text -> text != null).distinct().toList().stream();
    }
}
