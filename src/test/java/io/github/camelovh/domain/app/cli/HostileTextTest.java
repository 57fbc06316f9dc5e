// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.job.FileErrorReport;
import io.github.camelovh.domain.app.notification.CloudEvent;
import io.github.camelovh.domain.app.notification.MailMessage;
import io.github.camelovh.domain.app.result.ResultFiles;
import io.github.camelovh.domain.app.result.ResultRow;
import io.github.camelovh.domain.app.result.ResultState;
import io.github.camelovh.domain.app.result.RunFigures;
import io.github.camelovh.domain.app.result.TextTable;
import io.github.camelovh.domain.app.row.FileFormat;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowHeader;
import io.github.camelovh.domain.app.row.RowImport;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.app.row.RowRefusal;
import io.github.camelovh.domain.app.zonefile.ZoneFileImporter;
import io.github.camelovh.domain.dns.RecordList;
import io.github.camelovh.domain.dns.ZoneFile;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that would control a terminal, forge a line or turn the reading direction, on every way out and from every reader. */
final class HostileTextTest {
    private static final ReadOptions EUR = ReadOptions.inCurrency("EUR");
    private static final DomainName ZONE = DomainName.of("example.com");

    @TempDir
    private Path folder;

    private interface Way {
        String out(String hostile) throws Exception;
    }

    private Map<String, Way> ways() {
        Map<String, Way> ways = new TreeMap<>();
        ways.put("terminal", hostile -> {
            StringWriter written = new StringWriter();
            PrintWriter out = OvhDomainCli.commandLine(new PrintWriter(written), new PrintWriter(written))
                    .getOut();
            out.print(hostile.replace("\n", "")); // line breaks are the program's own there
            out.flush();
            return written.toString();
        });
        ways.put("table", hostile -> {
            TextTable table = new TextTable(List.of("domain"), List.of(60));
            table.add(List.of(hostile), hostile);
            return withoutLines(table.render());
        });
        ways.put("event", hostile -> event(hostile).json());
        ways.put("event line", hostile -> event(hostile).line());
        ways.put("mail subject", hostile -> new MailMessage(hostile, "", List.of()).subject());
        ways.put("mail text", hostile -> withoutLines(new MailMessage("", hostile, List.of()).text()));
        ways.put("error file", hostile -> {
            new FileErrorReport(folder, Clock.systemUTC()).add(Path.of("names.csv"), hostile.replace("\n", ""));
            return withoutLines(Files.readString(folder.resolve("names.error.txt")));
        });
        ways.put("result table", hostile -> withoutLines(results(hostile, "done.csv")));
        ways.put("report", hostile -> withoutLines(results(hostile, "report.html")));
        ways.put("row", hostile -> RowRefusal.problems(List.of(new RowRefusal("domain", hostile, hostile))));
        ways.put("column of rows", hostile -> refusedRows("action,domain,\"" + hostile + "\"\norder,a.com,b\n"));
        ways.put(
                "csv column of a zone", hostile -> refusedZone("example.com.csv", "name,\"" + hostile + "\"\nwww,b\n"));
        ways.put(
                "yaml member",
                hostile -> refusedZone("example.com.yaml", "- {\"" + yaml(hostile) + "\": a, type: A}\n"));
        ways.put("yaml key", hostile -> refusedZone("example.com.yaml", "\"" + yaml(hostile) + "\": a\n"));
        ways.put("json member", hostile -> message(() -> RecordList.of(List.of(Map.of(hostile, "x")), ZONE)));
        ways.put("json type", hostile -> message(() -> RecordList.of(List.of(Map.of("type", hostile)), ZONE)));
        ways.put("zone file", hostile -> message(() -> ZoneFile.read("www IN " + hostile + " x\n", ZONE)));
        return ways;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\u001b[2J\u001b]0;owned\u0007y",
                "x\n2026-01-01 ERROR forged line",
                "x\rOK",
                "x\u202emoc.elgoog",
                "x\u2066y\u2069",
                "x\u2028forged",
                "x\u0085forged",
                "x\u009b31my",
                "x\u200b\ufeffy",
                "x\udb40\udc41\udb40\udc7fy",
                "x\u0008\u0008y\u007f"
            })
    void isShownAsAnEscapeOnEveryWayOut(String hostile) throws Exception {
        for (Map.Entry<String, Way> way : ways().entrySet()) {
            String written = way.getValue().out(hostile);
            assertThat(written).as(way.getKey()).isNotEmpty();
            assertThat(written.codePoints()
                            .filter(HostileTextTest::isHostile)
                            .boxed()
                            .map(Integer::toHexString))
                    .as("%s: %s", way.getKey(), written)
                    .isEmpty();
        }
    }

    private static boolean isHostile(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Line breaks of the file's own; what a hostile one makes begins a line with "2026". */
    private static String withoutLines(String text) {
        return text.replace("\r\n", " ").replaceAll("\n", " ");
    }

    private static String yaml(String hostile) {
        StringBuilder escaped = new StringBuilder();
        hostile.codePoints()
                .forEach(
                        c -> escaped.append(c < 127 && c >= ' ' ? Character.toString(c) : String.format("\\U%08x", c)));
        return escaped.toString();
    }

    private static CloudEvent event(String hostile) {
        return CloudEvent.ofOutage("node", Instant.EPOCH, null, hostile);
    }

    private String results(String hostile, String ending) throws Exception {
        ResultFiles files = new ResultFiles(folder.resolve("out"), "names");
        RowHeader header = new RowHeader(List.of("action", "domain"), FileFormat.plain());
        try (var results = files.beginResults(header)) {
            results.add(new ResultRow(
                    2, "order", hostile, List.of("order", hostile), ResultState.DONE, null, null, hostile, hostile));
            results.publish(new RunFigures(
                    hostile, "ab".repeat(32), "AAAA-AAAA", 1, "EUR", 0, Duration.ofSeconds(1), Instant.EPOCH));
        }
        return Files.readString(folder.resolve("out/names." + ending));
    }

    private static String refusedRows(String text) {
        return message(() -> RowImport.read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), EUR, RowParsers.standard())
                .close());
    }

    private String refusedZone(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        return message(() -> ZoneFileImporter.check(file, null));
    }

    /** Only the message's own line breaks, which are indented, are taken out. */
    private static String message(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        Throwable refusal = catchThrowable(reading);
        assertThat(refusal).isNotNull();
        return refusal.getMessage().replace("\n  ", " ");
    }
}
