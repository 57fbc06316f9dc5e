// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.app.cli.OvhDomainCli;
import io.github.camelovh.domain.app.row.ImportFileException;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowImport;
import io.github.camelovh.domain.app.row.RowParsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Checks that everything exists that the README, the pages and the Javadoc name. */
class DocsTest {
    private static final Path README = Path.of("README.md");
    private static final Path PAGES = Path.of("src/main/docs");
    /** Names in the form of our classes: a class of Camel, and the prefix of our headers. */
    private static final Set<String> NO_CLASSES = Set.of("HttpComponent", "CamelOvhDomain");

    /** Functions of OVHcloud's tasks and types of its API, which Javadoc names like our classes. */
    private static final Set<String> API_WORDS = Set.of("DomainCreate", "DomainUnlock", "ZoneImport", "RuleData");

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NAMED_CLASS =
            Pattern.compile("\\{@(?:code|link|linkplain) (?:io\\.github\\.[a-z.]+\\.)?"
                    + "([A-Z]\\w*[a-z]\\w*)(?:[.#]\\w+(?:\\([^)]*\\))?)?}|\\b([A-Z]\\w+(?:Test|IT))\\b");
    private static final List<String> JAVA_PACKAGES = List.of("java.lang.", "java.util.", "java.io.", "java.time.");

    private static final Map<Path, String> PAGE_TEXTS = new TreeMap<>();
    private static final CommandSpec COMMAND = new CommandLine(new OvhDomainCli()).getCommandSpec();

    @BeforeAll
    static void readPages() throws IOException {
        PAGE_TEXTS.put(README, Files.readString(README));
        try (Stream<Path> pages = Files.walk(PAGES)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".adoc")).toList()) {
                PAGE_TEXTS.put(page, Files.readString(page));
            }
        }
    }

    private static Set<String> found(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return PAGE_TEXTS.values().stream()
                .flatMap(text -> compiled.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyCommandIsOne() {
        Set<String> named = found("(?:`|\\$ |exec.args=\"|\\n    |-> )ovh-domain ([a-z]+)\\b");

        assertThat(named)
                .contains("import", "run", "zone", "drift", "approve", "status", "call", "login", "rights", "sandbox");
        assertThat(COMMAND.subcommands().keySet()).containsAll(named);
    }

    @Test
    void everyOptionIsOneOfItsCommand() {
        Pattern line = Pattern.compile("ovh-domain ([a-z]+)\\b([^`\\n]*)");
        List<String> wrong = new ArrayList<>();
        int options = 0;
        for (String text : PAGE_TEXTS.values()) {
            for (MatchResult call : line.matcher(text).results().toList()) {
                CommandLine command = COMMAND.subcommands().get(call.group(1));
                for (MatchResult option : Pattern.compile("(?<= )--?[a-z][a-z-]*")
                        .matcher(call.group(2).replaceFirst(" #.*", ""))
                        .results()
                        .toList()) {
                    options++;
                    if (command == null || command.getCommandSpec().findOption(option.group()) == null) {
                        wrong.add(call.group(1) + " " + option.group());
                    }
                }
            }
        }
        assertThat(options).isGreaterThan(8);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyOptionNamedAloneIsOneOfSomeCommand() {
        Set<String> known = COMMAND.subcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(found("`(--[a-z-]+)")).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void exitCodesAreThoseOfTheCommand() {
        String codes = PAGE_TEXTS
                .get(README)
                .replaceAll("\\s+", " ")
                .replaceFirst(".*Exit codes: ", "")
                .replaceFirst("\\..*", "");

        assertThat(Stream.of(codes.split(",")).map(code -> code.strip().substring(0, 1)))
                .containsExactlyElementsOf(COMMAND.usageMessage().exitCodeList().keySet());
    }

    @Test
    void everyKeyIsInTheShippedSettings() throws IOException {
        String shipped = Files.readString(Path.of("config/application.properties"));
        Set<String> keys =
                found("`(ovh-domain\\.(?!properties|component)[a-z.]+[a-z](?:[A-Z][A-Za-z]*[a-z])?)(?:\\.LABEL)?`");

        assertThat(keys)
                .contains("ovh-domain.limit.day", "ovh-domain.zones.maxDeletes")
                .allSatisfy(key -> assertThat(shipped).contains("\n" + key));
    }

    @Test
    void everyClassAndEveryTestMethodIsThere() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        javaSources()
                .forEach((file, source) ->
                        sources.put(String.valueOf(file.getFileName()).replace(".java", ""), source));
        Set<String> named = PAGE_TEXTS.entrySet().stream()
                .filter(page -> !page.getKey().endsWith("ovh-domain-component.adoc"))
                .flatMap(page -> Pattern.compile("`([A-Z][A-Za-z]*[a-z][A-Za-z]*(?:\\.[a-z]\\w+)?)`")
                        .matcher(page.getValue())
                        .results())
                .map(match -> match.group(1))
                .filter(name -> !NO_CLASSES.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        List<String> missing = named.stream()
                .filter(name -> {
                    String[] parts = name.split("\\.", 2);
                    String source = sources.getOrDefault(parts[0], "");
                    return source.isEmpty() || (parts.length > 1 && !source.matches("(?s).*\\b" + parts[1] + "\\b.*"));
                })
                .toList();
        assertThat(named).contains("ArchitectureTest");
        assertThat(missing).isEmpty();
    }

    @Test
    void everyClassThatJavadocNamesIsThere() throws IOException {
        Map<Path, String> sources = javaSources();
        Set<String> types = sources.values().stream()
                .flatMap(source -> Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z]\\w*)")
                        .matcher(source)
                        .results())
                .map(type -> type.group(1))
                .collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        List<String> missing = new ArrayList<>();
        sources.forEach((file, source) -> {
            for (String name : namedIn(source)) {
                named.add(name);
                if (!types.contains(name)
                        && !API_WORDS.contains(name)
                        && !source.matches("(?s).*\\nimport (?:static )?[\\w.]*\\b" + name + "\\b.*")
                        && !isOfJava(name)) {
                    missing.add(file + " names " + name);
                }
            }
        });

        assertThat(named).contains("PurchaseProtocol", "RecordForm", "ArchitectureTest");
        assertThat(missing).isEmpty();
    }

    private static Set<String> namedIn(String source) {
        return JAVADOC.matcher(source)
                .results()
                .map(comment -> comment.group().replaceAll("\\s*\\n\\s*\\*\\s*", " "))
                .flatMap(comment -> NAMED_CLASS.matcher(comment).results())
                .map(name -> name.group(1) == null ? name.group(2) : name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOfJava(String name) {
        return JAVA_PACKAGES.stream().anyMatch(each -> {
            try {
                Class.forName(each + name, false, DocsTest.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        });
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        Map<Path, String> sources = javaSources();
        Path root = Path.of("src/main/java/io/github/camelovh/domain");
        Set<Path> silent = sources.keySet().stream()
                .filter(file -> file.startsWith(root))
                .map(Path::getParent)
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> missing = new ArrayList<>();
        sources.forEach((file, source) -> {
            if (file.endsWith("package-info.java")) {
                Pattern.compile("\\{@code ((?:app|sandbox)(?:\\.[a-z]+)+)}")
                        .matcher(source)
                        .results()
                        .map(name -> name.group(1))
                        .filter(name -> !Files.isDirectory(root.resolve(name.replace('.', '/'))))
                        .forEach(name -> missing.add(file + " names " + name));
            }
        });

        assertThat(silent).isEmpty();
        assertThat(missing).isEmpty();
    }

    private static Map<Path, String> javaSources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(p -> p.toString().endsWith(".java")).toList()) {
                sources.put(file, Files.readString(file));
            }
        }
        return sources;
    }

    @Test
    void everyLinkLeadsSomewhere() {
        PAGE_TEXTS.forEach((page, text) -> {
            Path folder = page.toAbsolutePath().getParent();
            Pattern.compile("\\]\\(([^)#:]+)\\)|(?:link|xref|include):+([^\\[:{]+)\\[")
                    .matcher(text)
                    .results()
                    .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                    .forEach(link -> assertThat(folder.resolve(link))
                            .as(page + " -> " + link)
                            .exists());
        });
    }

    @Test
    void columnsAreThoseThatFilesMayHave() {
        Set<String> documented = Pattern.compile("(?m)^\\| `([A-Za-z.]+)` \\|")
                .matcher(PAGE_TEXTS.get(README))
                .results()
                .map(column -> column.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        ByteArrayInputStream wrong = new ByteArrayInputStream("action,nonsense\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> RowImport.read(wrong, ReadOptions.inCurrency("EUR"), RowParsers.standard()))
                .isInstanceOfSatisfying(ImportFileException.class, refused -> {
                    String accepted = refused.getMessage()
                            .replaceFirst("(?s).*Accepted columns: ", "")
                            .replaceFirst(", and owner.NAME.*", ", owner.NAME");
                    assertThat(documented).containsExactlyInAnyOrder(accepted.split(", "));
                });
        String actions = PAGE_TEXTS
                .get(README)
                .lines()
                .filter(line -> line.startsWith("| `action` |"))
                .findFirst()
                .orElseThrow();
        assertThat(RowParsers.standard().offered())
                .allSatisfy(action -> assertThat(actions).contains("`" + action + "`"));
    }

    @Test
    void outputOfTheDemoIsAboutTheSampleFile() throws IOException {
        long rows = 0;
        try (RowImport sample = RowImport.read(
                Files.newInputStream(Path.of("config/samples/portfolio.csv")),
                ReadOptions.inCurrency("EUR"),
                RowParsers.standard())) {
            while (sample.hasNext()) {
                sample.next();
            }
            rows = sample.rowsRead();
        }

        assertThat(PAGE_TEXTS.get(README))
                .containsPattern(
                        "(?m)^    " + rows + " rows: \\d+ done, \\d+ refused, 0 failed, 0 unfinished\\. \\d+ orders for"
                                + " [0-9.]+ EUR with tax, \\d+ API calls, [0-9.]+ s\\.$");
    }
}
