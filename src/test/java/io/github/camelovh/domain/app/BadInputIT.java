// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong files, limits and keys as users really supply them, with the real command line. */
@Tag("once")
class BadInputIT {
    private static final String HEADER = "action,domain,maxPrice,authCode,note\n";
    private static final String AUTH_CODE = "AUTH-taken-bad.com";

    private OvhSandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withTaskTime(Duration.ofMillis(100)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** The process is killed and started again meanwhile. */
    @Test
    void aWatchedInboxTellsOfEachBadFileAndBuysTheGoodOne() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("data/inbox"));
        drop(inbox, "empty.csv", "");
        drop(inbox, "half.csv", HEADER + "order,half.com,15,,\"not clos");
        drop(inbox, "missing.csv", "action,note\norder,no name\n");
        drop(inbox, "extra.csv", "action,domain,colour\norder,extra.com,red\n");
        drop(inbox, "binary.csv", "\u0000\u0001\u0002\u0003");
        drop(inbox, "sheet.csv", "PK\u0003\u0004 and so on");
        Files.write(inbox.resolve("latin.csv"), "action,domain,note\norder,latin.com,caf\u00e9\n".getBytes(latin()));
        drop(inbox, "-".repeat(60) + "\u65e5".repeat(60) + ".csv", HEADER + "order,long-name.com,15,,\n");
        drop(inbox, "<img src=x onerror=alert(1)>.csv", HEADER + "refuse,html.com,15,,\n");
        drop(
                inbox,
                "rows.csv",
                HEADER
                        + "buy,unknown.com,15,,\norder,-bad-.com,15,,\norder,p\u0430ypal-bad.com,15,,\n"
                        + "order,good-name.com,15,," + "\norder,GOOD-name.com,15,,twice\n"
                        + "order,=1+1,15,,\"=HYPERLINK(\"\"http://x\"\")\"\norder,@sum,15,,+1\norder,-1,15,,\"\t=1\"\n"
                        + "transfer,taken-bad.com,15," + AUTH_CODE + ",\n");

        ProcessUnderTest first = watching();
        try {
            await().atMost(Duration.ofSeconds(40)).until(() -> outbox(name -> name.endsWith(".error.txt")) >= 3);
        } finally {
            first.kill();
        }
        ProcessUnderTest second = watching();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !Files.exists(inbox.resolve("rows.csv"))
                            && outbox(name -> name.endsWith(".error.txt")) == 7
                            && outbox(name -> name.endsWith(".plan.csv")) == 3);
            assertThat(command("approve", codeOf("rows")).exitCode(30)).isZero();
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(outbox("rows.report.html")));
            await().atMost(Duration.ofSeconds(15)).until(() -> files(inbox).isEmpty());
            assertThat(second.alive()).isTrue();
        } finally {
            second.kill();
        }

        assertThat(note("empty")).contains("empty");
        assertThat(note("half")).contains("not complete");
        assertThat(note("missing")).contains("\"domain\" is missing");
        assertThat(note("extra")).contains("\"colour\" is unknown");
        assertThat(note("binary")).contains("NUL");
        assertThat(note("sheet")).contains("zip");
        assertThat(note("latin")).contains("Line 2 is not in UTF-8", "--encoding");
        assertThat(Files.readString(outbox("rows.refused.csv")))
                .contains("mixes scripts", "is already in line 5", ",'=1+1,", ",'@sum,15,,'+1,", "'\t=1");
        sandbox.verifySoldOnce("good-name.com");
        assertThat(sandbox.orders()).hasSize(1);
        assertThat(second.printed()).doesNotContain("\tat ");
        assertNoSecretIn(folder);
    }

    @Test
    void aFileInAnotherEncodingIsTakenOnceItIsDeclared() throws Exception {
        Path file = folder.resolve("latin.csv");
        Files.write(
                file,
                "action,domain,note\norder,latin-ok.com,caf\u00e9 number one\norder,caf\u00e9.com,\n"
                        .getBytes(latin()));

        int undeclared = importing(file, "--max-total", "50").exitCode(30);
        int declared = importing(file, "--max-total", "50", "--encoding", "windows-1252", "--yes")
                .exitCode(40);

        assertThat(undeclared).isEqualTo(1);
        assertThat(declared).isZero();
        assertThat(Files.readString(outbox("latin.done.csv"))).contains("caf\u00e9 number one");
        sandbox.verifySoldOnce("latin-ok.com");
        sandbox.verifySoldOnce("xn--caf-dma.com");
    }

    @Test
    void aHugeFileNeedsLittleMemory() throws Exception {
        Path file = folder.resolve("huge.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(HEADER.getBytes(StandardCharsets.UTF_8));
            sparse.setLength(150L << 20);
        }

        ProcessUnderTest process = ProcessUnderTest.importing(file, port(), List.of("-Xmx96m"), "--max-total", "50");

        assertThat(process.exitCode(60)).isEqualTo(1);
        assertThat(process.printed()).contains("NUL byte").doesNotContain("OutOfMemory", "\tat ");
    }

    @Test
    void anEndpointThatMayNotBeUsedIsWrongUsage() throws Exception {
        Path file = drop(folder, "plain.csv", HEADER + "order,plain.com,15,,\n");
        Map<String, String> environment = new HashMap<>(SandboxProcess.environment(port()));
        environment.put("OVH_ENDPOINT", "http://192.0.2.1/1.0");

        ProcessUnderTest process =
                ProcessUnderTest.start(folder, "clear", List.of(), environment, List.of("import", file.toString()));

        assertThat(process.exitCode(30)).isEqualTo(2);
        assertThat(process.printed())
                .contains("would send keys and orders unencrypted", "nothing was started")
                .doesNotContain("unforeseen", "\tat ");
    }

    @Test
    void aStoreThatIsNoneOfTheSandboxIsNamedAndLeftAlone() throws Exception {
        Path store = drop(folder, "diary.txt", "{\"dear\":");

        ProcessUnderTest process = command("sandbox", List.of("sandbox", "--port", "0", "--store", store.toString()));

        assertThat(process.exitCode(30)).isEqualTo(5);
        assertThat(process.printed())
                .contains("diary.txt cannot be read", "nothing was started")
                .doesNotContain("unforeseen", "\tat ");
        assertThat(store).hasContent("{\"dear\":");
    }

    private ProcessUnderTest watching() {
        return command("run", "--set", "ovh-domain.limit.day=30", "--set", "ovh-domain.delivery.every=PT0.3S");
    }

    private ProcessUnderTest command(String... arguments) {
        List<String> all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--data", folder.resolve("data").toString()))
                .toList();
        return command(arguments[0], all);
    }

    private ProcessUnderTest command(String name, List<String> arguments) {
        return ProcessUnderTest.start(folder, name, List.of(), SandboxProcess.environment(port()), arguments);
    }

    private ProcessUnderTest importing(Path file, String... options) {
        return ProcessUnderTest.importing(file, port(), List.of(), options);
    }

    private int port() {
        return sandbox.baseUrl().getPort();
    }

    private static Path drop(Path place, String name, String content) throws IOException {
        return Files.writeString(place.resolve(name), content);
    }

    private static Charset latin() {
        return Charset.forName("windows-1252");
    }

    private Path outbox(String name) {
        return folder.resolve("data/outbox").resolve(name);
    }

    private long outbox(Predicate<String> wanted) throws IOException {
        Path outbox = folder.resolve("data/outbox");
        return Files.isDirectory(outbox) ? files(outbox).stream().filter(wanted).count() : 0;
    }

    private String note(String name) throws IOException {
        return Files.readString(outbox(name + ".error.txt"));
    }

    private String codeOf(String name) throws IOException {
        return new ObjectMapper()
                .readTree(outbox(name + ".summary.json").toFile())
                .path("planCode")
                .asText();
    }

    private static List<String> files(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        }
    }

    /** Everything that was written, except the dropped files themselves. */
    private static void assertNoSecretIn(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("inbox"))
                    .toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(OvhSandbox.APPLICATION_SECRET, OvhSandbox.CONSUMER_KEY, AUTH_CODE);
            }
        }
    }
}
