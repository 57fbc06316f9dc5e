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
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a copy of the memory of {@code run} holds, once its rows are done. The keys of the account have to be there, as they sign each call.
 * Persons are there, too: the account's contacts, which are used again, and the buffers of HTTP connections, until these are used again.
 */
@Tag("crash")
class HeapDumpIT {
    private static final String AUTH_CODE = "AUTH-taken-one.com";
    private static final List<String> PERSON = List.of("Quvelace", "zyxa.quvelace@example.org", "77 rue Zyxe");

    @TempDir
    private Path folder;

    @Test
    void holdsNoCodesOfRowsThatAreDone() throws Exception {
        try (OvhSandbox sandbox = OvhSandbox.start(SandboxOptions.defaults().withTaskTime(Duration.ofMillis(100)))) {
            Map<String, String> environment =
                    new HashMap<>(SandboxProcess.environment(sandbox.baseUrl().getPort()));
            ProcessUnderTest process = ProcessUnderTest.start(
                    folder,
                    "run",
                    List.of(),
                    environment,
                    List.of("run", "--set", "ovh-domain.limit.day=100", "--set", "ovh-domain.delivery.every=PT0.3S"));
            try {
                Path inbox = folder.resolve("data/inbox");
                await().atMost(Duration.ofMinutes(4)).until(() -> Files.isDirectory(inbox.resolve(".late")));
                Path waiting = Files.writeString(
                        folder.resolve("names.csv"),
                        "action,domain,maxPrice,authCode,nameServers,owner.firstName,owner.lastName,owner.email,"
                                + "owner.phone,owner.language,owner.legalForm,owner.address.line1,owner.address.city,"
                                + "owner.address.country,owner.address.zip\n"
                                + "order,new-name.com,15,,,Zyxa,Quvelace,zyxa.quvelace@example.org,+33.498765431,fr_FR,"
                                + "individual,77 rue Zyxe,Zyxeville,FR,75001\ntransfer,taken-one.com,20," + AUTH_CODE
                                + ",keep,,,,,,,,,,\n");
                Files.move(waiting, inbox.resolve("names.csv"));
                Path outbox = folder.resolve("data/outbox");
                await("the plan")
                        .atMost(Duration.ofMinutes(4))
                        .until(() -> Files.exists(outbox.resolve("names.plan.csv")));
                approve(environment);
                await("the end").atMost(Duration.ofMinutes(4)).until(() -> {
                    Path report = outbox.resolve("names.report.html");
                    return Files.exists(report) && !Files.exists(inbox.resolve("names.csv"));
                });
                Path dump = folder.resolve("heap.hprof");
                assertThat(new ProcessBuilder("jcmd", Long.toString(process.pid()), "GC.heap_dump", dump.toString())
                                .redirectErrorStream(true)
                                .redirectOutput(folder.resolve("jcmd.out").toFile())
                                .start()
                                .waitFor())
                        .isZero();
                Map<String, Integer> found = new TreeMap<>();
                List<String> all = new ArrayList<>(PERSON);
                all.add(AUTH_CODE);
                all.add(environment.get("OVH_APPLICATION_SECRET"));
                for (String each : all) {
                    found.put(
                            each,
                            count(dump, each, StandardCharsets.ISO_8859_1)
                                    + count(dump, each, StandardCharsets.UTF_16LE));
                }
                System.out.println("in a dump of " + Files.size(dump) / 1_048_576 + " MB: " + found.get(AUTH_CODE)
                        + " auth codes, " + PERSON.stream().mapToInt(found::get).sum() + " values of persons");
                assertThat(found.remove(environment.get("OVH_APPLICATION_SECRET")))
                        .as("the search finds what is there")
                        .isPositive();
                assertThat(found).containsEntry(AUTH_CODE, 0);
            } finally {
                process.kill();
            }
        }
    }

    private void approve(Map<String, String> environment) throws Exception {
        String code = new ObjectMapper()
                .readTree(folder.resolve("data/outbox/names.summary.json").toFile())
                .path("planCode")
                .asText();
        ProcessUnderTest approve =
                ProcessUnderTest.start(folder, "approve", List.of(), environment, List.of("approve", code));
        assertThat(approve.exitCode(240)).as(approve.printed()).isZero();
    }

    private static int count(Path file, String text, Charset charset) throws IOException {
        byte[] wanted = text.getBytes(charset);
        int count = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            for (int i = 0; i <= bytes.limit() - wanted.length; i++) {
                int same = 0;
                while (same < wanted.length && bytes.get(i + same) == wanted[same]) {
                    same++;
                }
                count += same == wanted.length ? 1 : 0;
            }
        }
        return count;
    }
}
