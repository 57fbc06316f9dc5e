// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.dns.RecordType;
import io.github.camelovh.domain.dns.ZoneRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredZoneFileTest {
    private static final List<ZoneRecord> RECORDS = List.of(
            new ZoneRecord("", RecordType.MX, "10 mail.example.net.", 0),
            new ZoneRecord("www", RecordType.A, "192.0.2.1", 300),
            new ZoneRecord("www", RecordType.A, "192.0.2.2", 300));

    @TempDir
    Path folder;

    private DesiredZoneFile read(String name, String... lines) throws IOException {
        return DesiredZoneFile.read(Files.write(folder.resolve(name), List.of(lines)), null, true);
    }

    @Test
    void aTableIsReadWithTheColumnsOfTheApiOrShorterOnes() throws IOException {
        assertThat(read(
                                "example.com.csv",
                                "subDomain,type,target,ttl",
                                ",MX,10 mail.example.net.,",
                                "www,A,192.0.2.1,300",
                                "www,a,192.0.2.2,300")
                        .records())
                .isEqualTo(RECORDS);
        assertThat(read(
                                "example.com.csv",
                                "TTL;Name;FieldType;Value",
                                ";@;MX;10 mail.example.net.",
                                "300;www;A;192.0.2.1",
                                "300;www.example.com.;A;192.0.2.2")
                        .records())
                .isEqualTo(RECORDS);
    }

    @Test
    void yamlIsReadAsAListAndByName() throws IOException {
        assertThat(read(
                                "example.com.yaml",
                                "- {name: '@', type: MX, value: 10 mail.example.net.}",
                                "- subDomain: www",
                                "  fieldType: A",
                                "  targets: [192.0.2.1, 192.0.2.2]",
                                "  ttl: 300")
                        .records())
                .isEqualTo(RECORDS);
        assertThat(read(
                                "example.com.yml",
                                "'':",
                                "  - type: MX",
                                "    value: 10 mail.example.net.",
                                "www:",
                                "  type: A",
                                "  ttl: 300",
                                "  values:",
                                "    - 192.0.2.1",
                                "    - 192.0.2.2")
                        .records())
                .isEqualTo(RECORDS);
    }

    @Test
    void yamlTakesValuesAsTheyAreWritten() throws IOException {
        assertThat(read("example.com.yaml", "- {name: v, type: TXT, value: 1.10}", "- {name: n, type: TXT, value: no}")
                        .records())
                .extracting(ZoneRecord::target)
                .containsExactly("1.10", "no");
    }

    @Test
    void jsonIsReadAsTheApiAnswersIt() throws IOException {
        assertThat(read(
                                "example.com.json",
                                "[{\"id\": 1, \"zone\": \"example.com\", \"fieldType\": \"A\", \"subDomain\": \"www\",",
                                " \"target\": \"192.0.2.1\", \"ttl\": 300}]")
                        .records())
                .containsExactly(RECORDS.get(1));
    }

    @Test
    void theNameOfTheFileIsTheZoneInUnicodeToo() throws IOException {
        assertThat(read("caf\u00e9.fr.json", "[]").zone()).hasToString("xn--caf-dma.fr");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            example.com.csv  | subDomain,type,target,ttl\\nwww,A,192.0.2.1,\\nwww,A,none,    | line 3: | none
            example.com.csv  | subDomain,type,address\\nwww,A,192.0.2.1                       | line 1: | no column "address"
            example.com.csv  | name,type,target,name\\nwww,A,192.0.2.1,x                       | line 1: | twice
            example.com.csv  | name,type,target\\n"a\\nb",TXT,x\\nwww,A,192.0.2.1,5        | line 4: | 4 cells
            example.com.csv  | name,type,target\\nwww,A,192.0.2.1\\nmail,"A                  | line 3  | not complete
            example.com.yaml | - {name: a, type: A, value: 192.0.2.1}\\n- {name: b, type: A}    | line 2: | needs a target
            example.com.yaml | www: {type: A, value: 192.0.2.1}\\nwww: {type: A, value: 192.0.2.2} | line 2: | twice
            example.com.yaml | www:\\n  type: [A                                                | line 2: | no YAML
            example.com.yaml | hello                                                              | line 1: | list of records
            example.com.json | [\\n{"name": }]                                                  | line 2: | not JSON
            example.com.json | [{"name": "www", "type": "A"}]                                     | record 1: | needs a target
            example.com.zone | $TTL 1h\\n@ NS ns1.example.net.\\n$INCLUDE other             | line 3: | $INCLUDE
            example.com.zone | www 300 IN A 192.0.2.1                                             | example.com | NS
            nothing.zone.txt | x                                                                  | nothing.zone.txt | ending
            no_zone.csv      | name,type,target                                                   | no_zone.csv | not a domain name
            """)
    void whatIsWrongIsToldWithItsLine(String name, String text, String where, String why) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text.replace("\\n", "\n"));

        assertThatThrownBy(() -> DesiredZoneFile.read(file, null, true))
                .isInstanceOf(ZoneFileException.class)
                .hasMessageContaining(where)
                .hasMessageContaining(why)
                .hasMessageMatching("(?si).*nothing (was changed|of it was used).*");
    }

    @Test
    void anotherEncodingIsRefusedWithItsLine() throws IOException {
        byte[] latin = "- name: a\n  type: TXT\n  value: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("example.com.yaml"), latin);

        assertThatThrownBy(() -> DesiredZoneFile.read(file, null, true))
                .hasMessageContaining("line 3: it is not written in UTF-8");
    }
}
