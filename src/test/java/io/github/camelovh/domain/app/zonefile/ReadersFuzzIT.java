// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.app.file.DropRefusedException;
import io.github.camelovh.domain.app.renewal.policy.PolicyException;
import io.github.camelovh.domain.app.renewal.policy.PolicyFile;
import io.github.camelovh.domain.app.row.ImportFileException;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.ReadRow;
import io.github.camelovh.domain.app.row.RowImport;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.app.settings.RepairRulesFile;
import io.github.camelovh.domain.app.settings.SettingsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that begin as good ones and are broken at random: each reader takes them, whole, or refuses them in a sentence, and never fails
 * in another way. {@code -Dovh-domain.fuzz.seed=N} makes others.
 */
@Tag("once")
@Timeout(7200)
final class ReadersFuzzIT {
    private static final int A_SAMPLE = 5_000;
    private static final int WHOLE = 100_000;
    private static final long SEED = Long.getLong("ovh-domain.fuzz.seed", 20_260_731L);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReadOptions EUR = ReadOptions.inCurrency("EUR");

    @SuppressWarnings("StringConcatToTextBlock") // a seed is one text: its line ends are seen where they are escaped
    private static final String[] GOOD = {
        """
        rows.csv|action,domain,period,maxPrice,authCode,nameServers,owner.firstName,config.OWNER_LEGAL_AGE,note
        order,a-name.com,1,15,,,Zo\u00eb,true,"two
        lines"
        transfer,b-name.fr,,15 EUR,Ab9$xyz123,keep,,,=1+1
        set-record,c.com,,,,,,,x
        renew,d.com,1,15,,,,,
        """, """
        example.com.csv|subDomain,type,target,ttl
        www,A,192.0.2.1,300
        ,MX,10 mail.example.net.,
        t,TXT,"a, b",60
        """, """
        example.com.yaml|- {name: www, type: A, value: 192.0.2.1}
        - subDomain: t
          type: TXT
          values: [&a "one", *a, 'two']
          ttl: 300
        """, """
        example.com.yml|www:
          - {type: A, values: [192.0.2.1, 192.0.2.2]}
        '@': {type: MX, value: 10 m.example.net.}
        """, """
        example.com.json|[{"subDomain":"www","fieldType":"A","target":"192.0.2.1","ttl":300,"id":1},
        {"name":"@","type":"TXT","values":["a","b"]}]""", """
        example.com.zone|$ORIGIN example.com.
        $TTL 1h
        @ IN SOA ns1.example.net. a.example.net. (1 2h 3h 4w 5m)
        @ NS ns1.example.net.
        www 300 IN A 192.0.2.1
        \tTXT "a\\"b" ; comment
        """, """
        policy.yaml|default: manual
        rules:
          - name: keep
            match: '*.com'
            policy: renew
        """, """
        repair-rules.yaml|- function: any
          argument: owner
          from: row
          column: owner.firstName
        """,
    };

    private static final String[] PIECES = {
        "\u0000",
        "\u001b[2J",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\ud83d\ude00",
        "\"",
        "'",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        ":",
        "- ",
        "&a ",
        "*a",
        "!!java.net.URL ",
        "---\n",
        "...\n",
        "#",
        "null",
        "true",
        "1e999",
        "-1",
        "99999999999999999999",
        "\\",
        "\\u",
        "\\000",
        "\\999",
        "$INCLUDE x\n",
        "$GENERATE 1-9 a A 1\n",
        "@",
        "*",
        "..",
        "xn--",
        "xn--a-\u00df",
        "=",
        "result.x",
        "owner.",
        "config.",
        "records",
        "name",
        "[[[[[[[[[[",
        "{a: {a: {a: {a: ",
        "<<: *a\n",
        "? ",
        "| \n",
        "> \n",
        "%YAML 9.9\n"
    };

    @TempDir
    private Path folder;

    @Test
    void aBrokenFileIsTakenWholeOrRefusedInASentence() throws IOException {
        fuzz(A_SAMPLE);
    }

    @Test
    @Tag("crash")
    void anyBrokenFileIsTakenWholeOrRefusedInASentence() throws IOException {
        fuzz(WHOLE);
    }

    private void fuzz(int inputs) throws IOException {
        Random random = new Random(SEED);
        int taken = 0;
        for (int i = 0; i < inputs; i++) {
            String[] good = GOOD[i % GOOD.length].split("\\|", 2);
            byte[] broken = broken(good[1].getBytes(StandardCharsets.UTF_8), random);
            try {
                taken += isTaken(good[0], broken) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                fail(
                        "seed " + SEED + ", input " + i + ", " + good[0] + ":\n"
                                + new String(broken, StandardCharsets.UTF_8),
                        e);
            }
        }
        System.out.printf(
                "Fuzzed files: %d inputs to %d readers, seed %d; %d taken%n", inputs, GOOD.length, SEED, taken);
        assertThat(taken)
                .as("some must be good still, or nothing was tested")
                .isBetween(inputs / 100, inputs * 99 / 100);
    }

    private static byte[] broken(byte[] good, Random random) {
        byte[] bytes = good;
        int times = random.nextInt(5);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(bytes.length + 1);
            int end = Math.min(bytes.length, at + random.nextInt(12));
            ByteArrayOutputStream next = new ByteArrayOutputStream();
            next.write(bytes, 0, at);
            switch (random.nextInt(6)) {
                case 0 -> next.write(random.nextInt(256));
                case 1 -> next.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
                case 2 -> at = end; // a part is missing
                case 3 -> next.write(bytes, at, end - at); // a part is there twice
                case 4 -> at = bytes.length; // cut off
                default ->
                    next.writeBytes(PIECES[random.nextInt(PIECES.length)]
                            .repeat(1 + random.nextInt(200))
                            .getBytes(StandardCharsets.UTF_8));
            }
            next.write(bytes, at, bytes.length - at);
            bytes = next.toByteArray();
        }
        return bytes;
    }

    private boolean isTaken(String name, byte[] bytes) throws IOException {
        if (name.equals("rows.csv")) {
            return isRead(bytes);
        }
        Path file = Files.write(folder.resolve(name), bytes);
        try {
            switch (name) {
                case "policy.yaml" -> PolicyFile.read(file, "EUR");
                case "repair-rules.yaml" -> RepairRulesFile.read(file);
                default -> {
                    int records =
                            DesiredZoneFile.read(file, null, true).records().size();
                    if (name.endsWith(".json")) {
                        assertThat(records).as("all of the list").isEqualTo(targets(bytes));
                    }
                }
            }
            return true;
        } catch (ZoneFileException | PolicyException | SettingsException | DropRefusedException e) {
            assertSentence(e);
            return false;
        } catch (java.nio.charset.CharacterCodingException e) {
            return false;
        }
    }

    /** Every filled cell of an accepted row is there, and every row is. */
    private static boolean isRead(byte[] bytes) throws IOException {
        boolean accepted = false;
        try (RowImport rows = RowImport.read(new ByteArrayInputStream(bytes), EUR, RowParsers.standard())) {
            long line = 0;
            while (rows.hasNext()) {
                ReadRow row = rows.next();
                assertThat(row.line()).isGreaterThan(line);
                line = row.line();
                assertThat(row.cells()).hasSameSizeAs(rows.header().columns());
                accepted |= row instanceof ReadRow.Accepted;
                if (row instanceof ReadRow.Refused refused) {
                    assertThat(refused.refusals()).isNotEmpty();
                }
            }
        } catch (ImportFileException e) {
            assertSentence(e);
            return false;
        }
        return accepted;
    }

    private static int targets(byte[] bytes) throws IOException {
        JsonNode root = JSON.readTree(new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\ufeff", ""));
        int targets = 0;
        for (JsonNode record : root.isObject() ? root.path("records") : root) {
            List<JsonNode> several = java.util.stream.Stream.of("target", "value", "targets", "values")
                    .map(record::path)
                    .filter(JsonNode::isArray)
                    .toList();
            targets += several.isEmpty() ? 1 : several.get(0).size();
        }
        return targets;
    }

    private static void assertSentence(RuntimeException e) {
        assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(60_000);
        assertThat(e.getMessage()
                        .replace("\n", "")
                        .replace("\r", "")
                        .chars()
                        .filter(Character::isISOControl)
                        .count())
                .isZero();
    }
}
