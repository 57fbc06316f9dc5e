// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a process that watches its folders leaves on the disk: for its owner alone, without secrets, and nothing of a link's target. */
@Tag("once")
@DisabledOnOs(OS.WINDOWS)
class FilesOnDiskIT {
    private static final String AUTH_CODE = "AUTH-taken-one.com";
    private static final List<String> PERSON = List.of("Zyxa", "Quvelace", "zyxa.quvelace@example.org", "77 rue Zyxe");
    private static final String HEADER = "action,domain,maxPrice,authCode,nameServers,owner.firstName,owner.lastName,"
            + "owner.email,owner.phone,owner.language,owner.legalForm,owner.address.line1,owner.address.city,"
            + "owner.address.country,owner.address.zip\n";
    private static final String ZYXA =
            "Zyxa,Quvelace,zyxa.quvelace@example.org,+33.498765431,fr_FR,individual,77 rue Zyxe,"
                    + "Zyxeville,FR,75001\n";
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private OvhSandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withZone("example.com", 40).withTaskTime(Duration.ofMillis(100)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void isPrivateFromTheFirstMomentWithoutSecretsInArchivesAndNothingOfALinksTarget() throws Exception {
        Path secret =
                Files.writeString(folder.resolve("secret.csv"), "action,domain,note\norder,stolen.com,TOP-SECRET\n");
        ProcessUnderTest process =
                command("run", "--set", "ovh-domain.limit.day=100", "--set", "ovh-domain.delivery.every=PT0.3S");
        Exposed exposed = new Exposed(folder.resolve("data"));
        exposed.start();
        try {
            Path inbox = folder.resolve("data/inbox");
            await().atMost(Duration.ofMinutes(4)).until(() -> Files.isDirectory(folder.resolve("data/inbox/.late")));
            Files.createSymbolicLink(inbox.resolve("link.csv"), secret);
            Files.createLink(inbox.resolve("hard.csv"), secret);
            assertThat(new ProcessBuilder("mkfifo", inbox.resolve("pipe.csv").toString())
                            .start()
                            .waitFor())
                    .isZero();
            Files.createSymbolicLink(folder.resolve("data/zones/example.net.csv"), secret);
            drop(
                    inbox,
                    "names.csv",
                    HEADER + "order,new-name.com,15,,," + ZYXA + "transfer,taken-one.com,15," + AUTH_CODE
                            + ",keep,,,,,,,,,,\norder,-bad-.com,15,,," + ZYXA);
            drop(inbox, "broken.csv", "action,domain,colour\norder,x.com,red\n");
            drop(folder.resolve("data/zones"), "example.com.csv", "name,type,value\nwww,A,192.0.2.1\n");
            await().atMost(Duration.ofMinutes(4))
                    .until(() -> Files.exists(outbox("names.plan.csv"))
                            && Files.exists(outbox("example.com.plan.txt"))
                            && Stream.of("link", "hard", "pipe", "broken", "example.net")
                                    .allMatch(name -> Files.exists(outbox(name + ".error.txt"))));
            assertThat(command("approve", code("names")).exitCode(240)).isZero();
            await().atMost(Duration.ofMinutes(4)).until(() -> Files.exists(outbox("names.report.html")));
            await().atMost(Duration.ofMinutes(4))
                    .until(() -> visible(inbox).isEmpty()
                            && visible(folder.resolve("data/zones")).isEmpty());
        } finally {
            process.kill();
            exposed.end();
        }

        assertThat(exposed.found)
                .as("readable by group or others at some moment")
                .isEmpty();
        assertThat(note("link"))
                .contains("link.csv is refused: it is a symbolic link", "Nothing of it was read. Drop a copy");
        assertThat(note("hard")).contains("hard link");
        assertThat(note("pipe")).contains("a pipe, a socket or a device");
        assertThat(note("example.net")).contains("symbolic link");
        assertThat(where("TOP-SECRET")).isEmpty();
        assertThat(process.printed()).doesNotContain("TOP-SECRET", AUTH_CODE, "\tat ");
        assertThat(secret).exists();
        assertThat(Files.readString(outbox("names.plan.csv")))
                .contains("new-name.com", "***")
                .doesNotContain(PERSON);
        Path archived = only(folder.resolve("data/inbox/.done"));
        assertThat(Files.readString(archived))
                .startsWith(HEADER)
                .contains("taken-one.com,15,***,keep")
                .doesNotContain(AUTH_CODE)
                .doesNotContain(PERSON);
        assertThat(where(AUTH_CODE)).allMatch(each -> each.contains("/inbox/.late/"));
        assertThat(where("Quvelace"))
                .allMatch(each -> each.contains("/inbox/.late/") || each.matches(".*/outbox/names\\.\\w+\\.csv"));
    }

    @Test
    void aDataFolderThatWasThereKeepsItsModeAndIsTold() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path file = drop(folder, "names.csv", "action,domain\norder,new-name.com\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwxr-xr-x");

        ProcessUnderTest process = command("import", file.toString(), "--plan-only", "-v");

        assertThat(process.exitCode(240)).as(process.printed()).isEqualTo(0);
        assertThat(process.printed()).contains(data + " is open to other users (rwxr-xr-x)", "chmod -R go= " + data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwxr-xr-x");
        assertThat(exposed(data)).containsExactly(data.toString());
    }

    private static Set<String> exposed(Path data) {
        Exposed once = new Exposed(data);
        once.look();
        return once.found;
    }

    /** Looks all the time for what others can read. Names of files that were dropped as such are left out. */
    private static final class Exposed extends Thread {
        private final Path data;
        private final Set<String> found = new TreeSet<>();
        private volatile boolean over;

        Exposed(Path data) {
            this.data = data;
        }

        @Override
        public void run() {
            while (!over) {
                look();
            }
            look();
        }

        void look() {
            if (!Files.isDirectory(data)) {
                return;
            }
            try (Stream<Path> all = Files.walk(data)) {
                all.filter(path -> !isDropped(path)).forEach(this::look);
            } catch (IOException | UncheckedIOException e) {
                // a file was moved meanwhile; the next look shows it
            }
        }

        private void look(Path path) {
            try {
                Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
                if (!Files.isSymbolicLink(path) && mode.stream().anyMatch(OTHERS::contains)) {
                    found.add(path.toString());
                }
            } catch (IOException e) {
                // as above
            }
        }

        /** As its user dropped it, and a pipe or a link of others wherever it was moved. */
        private static boolean isDropped(Path path) {
            String name = path.toString();
            return name.matches(".*/data/(inbox|zones)/[^/.][^/]*") || name.matches(".*/\\.failed/.*(pipe|hard)\\.csv");
        }

        void end() throws InterruptedException {
            over = true;
            join();
        }
    }

    private List<String> where(String text) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                            && !path.endsWith("hard.csv")
                            && !path.toString().endsWith("-hard.csv"))
                    .filter(path -> read(path).contains(text))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessUnderTest command(String... arguments) {
        List<String> all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--data", folder.resolve("data").toString()))
                .toList();
        return ProcessUnderTest.start(
                folder,
                arguments[0],
                List.of(),
                SandboxProcess.environment(sandbox.baseUrl().getPort()),
                all);
    }

    private static Path drop(Path place, String name, String content) throws IOException {
        return Files.writeString(place.resolve(name), content);
    }

    private Path outbox(String name) {
        return folder.resolve("data/outbox").resolve(name);
    }

    private String note(String name) throws IOException {
        return Files.readString(outbox(name + ".error.txt"));
    }

    private String code(String name) throws IOException {
        return new ObjectMapper()
                .readTree(outbox(name + ".summary.json").toFile())
                .path("planCode")
                .asText();
    }

    private static List<Path> visible(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(path -> !path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static Path only(Path place) throws IOException {
        List<Path> all = visible(place);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
