// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Zone files with errors, applied with the command line and every guard open: each is refused with line and reason, and
 * nothing is written to the zone.
 */
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadZoneFilesIT {
    private static final int TOO_MANY = 200_000;
    private static final String HEAD = "$TTL 3600\n@ IN NS dns103.ovh.net.\n";

    private OvhSandbox sandbox;
    private List<String> before;

    @TempDir
    Path folder;

    @BeforeAll
    void startSandbox() {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withZone("example.com", 40).withPagesEverywhere());
    }

    @AfterAll
    void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void noteTheZone() {
        before = sandbox.servedRecords("example.com");
        sandbox.resetCalls();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(sandbox.journal().counts().keySet()).allMatch(route -> route.startsWith("GET "));
        assertThat(sandbox.servedRecords("example.com")).isEqualTo(before);
    }

    private void refused(Path file, String... told) throws IOException {
        Cli.Said said = Cli.run(
                sandbox,
                "zone",
                file.toString(),
                "--yes",
                "--data",
                folder.resolve("data").toString(),
                "--set=ovh-domain.zones.apply=true",
                "--set=ovh-domain.zones.maxDeletes=1000",
                "--set=ovh-domain.zones.maxDeletePercent=100",
                "--set=ovh-domain.zones.allowApexNs=true",
                "--set=ovh-domain.zones.allowApexMx=true",
                "--set=ovh-domain.zones.allowEmpty=true");

        assertThat(said.code()).as(said.toString()).isEqualTo(1);
        assertThat(said.err())
                .contains(told)
                .containsPattern("(?i)nothing|correct the file")
                .doesNotContain("\tat ", "Exception");
    }

    private Path zoneFile(String text) throws IOException {
        return Files.writeString(folder.resolve("example.com.zone"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            www A 192.0.2                       | line 3: | the data of the A cannot be read
            www A 192.0.2.1 192.0.2.2           | line 3: | the data of the A cannot be read
            www 300 IN                          | line 3: | has no type
            www NOTYPE x                        | line 3: | not a record type
            www 5x A 192.0.2.1                  | line 3: | not a TTL
            www MX mail                         | line 3: | the data of the MX
            www TXT "open                       | line 3: | quotation mark
            www ( A 192.0.2.1                   | line 3: | parenthesis
            www DS 1 8 2 00                     | line 3: | registry
            www CH A 192.0.2.1                  | line 3: | class CH
            www 0 A 192.0.2.1                   | line 3: | TTL of 0
            $GENERATE 1-9 h$ A 192.0.2.$        | line 3: | $GENERATE
            $INCLUDE /etc/passwd                | line 3: | $INCLUDE is refused
            $NOTHING x                          | line 3: | no directive
            www.example.net. A 192.0.2.1        | line 3: | www.example.net
            example.org. A 192.0.2.1            | line 3: | example.org
            notexample.com. A 192.0.2.1         | line 3: | notexample.com
            @ CNAME elsewhere.example.net.      | line 3: | apex
            a CNAME b\\na A 192.0.2.1           | line 3: | can have no other records
            a A 192.0.2.1\\na CNAME b           | line 4: | can have no other records
            a CNAME b\\na CNAME c               | line 4: | two CNAME
            a 300 A 192.0.2.1\\na 60 A 192.0.2.1 | line 4: | twice
            a SOA x y 1 2 3 4 5                 | line 3: | SOA
            """)
    void aZoneFileIsRefusedWithLineAndReason(String bad, String line, String reason) throws IOException {
        refused(zoneFile(HEAD + bad.replace("\\n", "\n") + "\nok A 192.0.2.9\n"), line, reason);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws IOException {
        refused(
                zoneFile(HEAD + "a A none\nok A 192.0.2.1\nb.example.net. A 192.0.2.1\nc CNAME d\nc MX 1 e\n"),
                "line 3:",
                "line 5:",
                "line 6:");
    }

    @Test
    void aZoneFileWithoutItsOwnNameServersIsRefused() throws IOException {
        refused(
                zoneFile("$TTL 3600\nwww A 192.0.2.1\nsub NS ns1.example.net.\n"),
                "no NS record for example.com itself");
    }

    @Test
    void anEmptyZoneFileIsRefused() throws IOException {
        refused(zoneFile(""), "no NS record for example.com itself");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            csv  | name,type,target\\nok,A,192.0.2.1\\nwww.example.net.,A,192.0.2.1  | line 3: | www.example.net
            csv  | name,type,target\\na,CNAME,b\\na,A,192.0.2.1                       | example.com | can have no other records
            yaml | a: {type: A, value: 192.0.2.1}\\nb.example.net.: {type: A, value: 192.0.2.1} | line 2: | b.example.net
            yaml | a: [1, 2]                                                          | line 1: | a record with type and value
            yaml | a: [{type: A, value: 192.0.2.1}                                    | line 1: | no YAML
            json | [{"name":"a.example.net.","type":"A","value":"192.0.2.1"}]         | record 1: | a.example.net
            json | [{"name":"a","type":"A"                                            | line 1: | not JSON
            """)
    void aListIsRefusedWithPlaceAndReason(String ending, String text, String place, String reason) throws IOException {
        refused(Files.writeString(folder.resolve("example.com." + ending), text.replace("\\n", "\n")), place, reason);
    }

    /** Records of {@code host-0}, {@code host-1} and so on, enough to be refused. */
    private Path large(String ending, String head, IntFunction<String> record, String between, String end)
            throws IOException {
        return Files.writeString(
                folder.resolve("example.com." + ending),
                IntStream.range(0, TOO_MANY).mapToObj(record).collect(Collectors.joining(between, head, end)));
    }

    @Test
    void aFileOfTwoHundredThousandRecordsIsRefused() throws IOException {
        refused(large("zone", HEAD, i -> "host-" + i + " A 192.0.2.1\n", "", ""), "line 200001:", "200000 records");
        refused(
                large("csv", "name,type,target\n", i -> "host-" + i + ",A,192.0.2.1\n", "", ""),
                "line 200001:",
                "200000 records");
        refused(
                large("yaml", "", i -> "host-" + i + ": {type: A, value: 192.0.2.1}\n", "", ""),
                "line 200000:",
                "200000 records");
        refused(
                large(
                        "json",
                        "[",
                        i -> "{\"name\":\"host-" + i + "\",\"type\":\"A\",\"value\":\"192.0.2.1\"}",
                        ",\n",
                        "]"),
                "record 200000:",
                "200000 records");
        refused(
                Files.writeString(
                        folder.resolve("example.com.json"),
                        "[{\"name\":\"a\",\"type\":\"A\",\"value\":\"192.0.2.1\"},\n{\"name\":\"b\",\"type\":\"A\",\"values\":["
                                + "\"192.0.2.1\",".repeat(TOO_MANY) + "\"192.0.2.1\"]}]"),
                "record 2:",
                "200000 records");
    }

    @ParameterizedTest
    @CsvSource({"zone", "csv", "yaml", "json"})
    void anotherEncodingIsRefusedWithItsLine(String ending) throws IOException {
        String text =
                switch (ending) {
                    case "zone" -> HEAD + "a TXT \"caf\u00e9\"\n";
                    case "csv" -> "name,type,target\nok,TXT,a\na,TXT,caf\u00e9\n";
                    case "yaml" ->
                        "ok: {type: TXT, value: a}\nb: {type: TXT, value: b}\na: {type: TXT, value: caf\u00e9}\n";
                    default ->
                        "[\n{\"name\":\"ok\",\"type\":\"TXT\",\"value\":\"a\"},\n"
                                + "{\"name\":\"a\",\"type\":\"TXT\",\"value\":\"caf\u00e9\"}]";
                };
        Path file = folder.resolve("example.com." + ending);

        Files.write(file, text.getBytes(Charset.forName("windows-1252")));
        refused(file, "ine 3", "UTF-8");

        if (!ending.equals("csv")) { // spreadsheets write tables in UTF-16 with a byte order mark, which are read
            Files.write(file, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
            refused(file, "ine 1", "UTF-8");
        }
    }
}
