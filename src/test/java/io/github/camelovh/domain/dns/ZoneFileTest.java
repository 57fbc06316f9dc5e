// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelovh.domain.api.model.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneFileTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final String NS = "@ NS ns1.example.net.\n";

    private static InvalidZoneFileException refused(String text) {
        return catchThrowableOfType(InvalidZoneFileException.class, () -> ZoneFile.read(text, ZONE));
    }

    @Test
    void readsWhatZoneFilesCanSay() {
        ZoneFile file = ZoneFile.read("""
                ; a comment
                $TTL 1h
                @   IN SOA ns1.example.net. tech.example.net. ( 2026040100 ; serial
                        1d 3600 3600000
                        300 )
                    IN NS ns1.example.net.
                    86400 IN NS ns2.example.net.
                www IN 300 A 192.0.2.1
                    IN AAAA 2001:DB8::1
                txt TXT hello world "two (words); here" (
                        "on another line" )
                $ORIGIN sub
                @   MX 10 Mail
                host.sub.example.com. A 192.0.2.2
                $ORIGIN _tcp.example.com.
                _sip SRV 0 5 5060 sip
                $TTL 61
                *.x\tCNAME\t@
                """, ZONE);

        assertThat(file.records())
                .containsExactly(
                        new ZoneRecord("", RecordType.NS, "ns1.example.net.", 3600),
                        new ZoneRecord("", RecordType.NS, "ns2.example.net.", 86400),
                        new ZoneRecord("www", RecordType.A, "192.0.2.1", 300),
                        new ZoneRecord("www", RecordType.AAAA, "2001:db8::1", 3600),
                        new ZoneRecord(
                                "txt",
                                RecordType.TXT,
                                "\"hello\" \"world\" \"two (words); here\" \"on another line\"",
                                3600),
                        new ZoneRecord("sub", RecordType.MX, "10 mail.sub.example.com.", 3600),
                        new ZoneRecord("host.sub", RecordType.A, "192.0.2.2", 3600),
                        new ZoneRecord("_sip._tcp", RecordType.SRV, "0 5 5060 sip._tcp.example.com.", 3600),
                        new ZoneRecord("*.x._tcp", RecordType.CNAME, "_tcp.example.com.", 61));
        assertThat(file.defaultTtl()).isEqualTo(3600);
        assertThat(file.soa())
                .isEqualTo(new ZoneSoa("ns1.example.net.", "tech.example.net.", 2026040100, 86400, 3600, 3600000, 300));
    }

    @Test
    void readsAnExportWithTheDefaultsAndFaultsOfTheZone() {
        ZoneFile file = ZoneFile.read("""
                $TTL 3600
                @\tIN SOA dns103.ovh.net. tech.ovh.net. (2026040100 86400 3600 3600000 300)
                                          IN NS     ns103.ovh.net.
                www                       IN A      203.0.113.10
                www                       IN CNAME  broken
                www                       IN DS     1 2 3 ABCD
                """, ZONE, ZoneFileRules.EXPORT);

        assertThat(file.held())
                .containsExactly(
                        new HeldRecord(0, new ZoneRecord("", RecordType.NS, "ns103.ovh.net.", 0)),
                        new HeldRecord(0, new ZoneRecord("www", RecordType.A, "203.0.113.10", 0)),
                        new HeldRecord(0, new ZoneRecord("www", RecordType.CNAME, "broken.example.com.", 0)));
        assertThat(file.leftOut())
                .singleElement()
                .asString()
                .startsWith("line 6: ")
                .contains("DS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "www A 192.0.2.999                        | not an IPv4 address",
                "www A                                    | has no data",
                "www IN                                   | has no type",
                "www FOO bar                              | not a record type",
                "www IN DS 1 13 2 ABCD                    | at its registry",
                "www URI 1 1 \"https://a\"                | has no URI records",
                "www RRSIG A                              | OVHcloud signs",
                "www CH A 192.0.2.1                       | class CH",
                "www.example.net. A 192.0.2.1             | outside the zone",
                "com. A 192.0.2.1                         | outside the zone",
                "notexample.com. A 192.0.2.1              | outside the zone",
                "www 0 A 192.0.2.1                        | TTL of 0",
                "www 3000000000 A 192.0.2.1               | a TTL is at most",
                "www 1x A 192.0.2.1                       | is not a TTL",
                "$INCLUDE other.zone                      | $INCLUDE is refused",
                "$GENERATE 1-9 h$ A 192.0.2.$             | $GENERATE is refused",
                "$FOO bar                                 | no directive $FOO",
                "$TTL                                     | needs one word",
                "@ CNAME a.net.                           | apex",
                "txt TXT \"open                           | not closed",
                "txt TXT ( \"open\"                       | opened and not closed",
                "txt TXT \"a\" )                          | was not opened",
                "txt TXT ( ( \"a\" ) )                    | within another",
                "sub SOA a. b. 1 2 3 4 5                  | not to sub",
                "@ SOA a. b. 1 2 3 4                      | 7 parts",
            })
    void refusesWithLineAndReason(String line, String reason) {
        InvalidZoneFileException refused = refused(NS + "\n" + line + "\n");

        assertThat(refused.line()).isEqualTo(3);
        assertThat(refused.reason()).contains(reason);
        assertThat(refused).hasMessageContaining("nothing was changed").hasMessageContaining("line 3: ");
    }

    @Test
    void tellsAllRefusalsAtOnceByLine() {
        InvalidZoneFileException refused =
                refused("www A 192.0.2.1\nwww CNAME a.net.\nx A nonsense\nother.org. A 192.0.2.1\nok A 192.0.2.1\n");

        assertThat(refused.refusals()).extracting(RecordRefusal::line).containsExactly(0, 2, 3, 4);
        assertThat(refused.refusals().get(0).reason()).contains("no NS record");
        assertThat(refused.refusals().get(1).reason()).contains("can have no other records");
    }

    @Test
    void missesNameServersUnlessTheCallerLeavesThemOut() {
        assertThat(refused("www A 192.0.2.1\nsub NS ns.example.net.\n").reason())
                .contains("no NS record");
        assertThat(ZoneFile.read("www A 192.0.2.1\n", ZONE, ZoneFileRules.WITHOUT_NAME_SERVERS)
                        .records())
                .hasSize(1);
    }

    @Test
    void refusesTwoHundredThousandRecordsAndReadsOneLess() {
        String many = "h A 192.0.2.1\n".repeat(ZoneFile.TOO_MANY - 1);

        InvalidZoneFileException refused = refused(NS + many);

        assertThat(refused.line()).isEqualTo(200_000);
        assertThat(refused.reason()).contains("200000 records or more");
        assertThat(ZoneFile.read(many, ZONE, ZoneFileRules.WITHOUT_NAME_SERVERS).records())
                .hasSize(ZoneFile.TOO_MANY - 1);
    }

    @Test
    void refusesWrongEncodingsByLine() {
        String text = NS + "txt TXT \"café\"\n";

        assertThat(bytesRefused(text.getBytes(StandardCharsets.ISO_8859_1)))
                .satisfies(refused -> assertThat(refused.line()).isEqualTo(2))
                .hasMessageContaining("E9")
                .hasMessageContaining("UTF-8");
        assertThat(bytesRefused(text.getBytes(StandardCharsets.UTF_16))).hasMessageContaining("UTF-16");
        assertThat(bytesRefused(new byte[] {'a', (byte) 0xc3})).hasMessageContaining("C3");
        assertThat(refused(text.replace('é', '\ufffd')).line()).isEqualTo(2);
        assertThat(ZoneFile.read(("\ufeff" + text).getBytes(StandardCharsets.UTF_8), ZONE, ZoneFileRules.WHOLE_ZONE)
                        .records())
                .contains(new ZoneRecord("txt", RecordType.TXT, "\"caf\\195\\169\"", 0));
    }

    private static InvalidZoneFileException bytesRefused(byte[] bytes) {
        return catchThrowableOfType(
                InvalidZoneFileException.class, () -> ZoneFile.read(bytes, ZONE, ZoneFileRules.WHOLE_ZONE));
    }

    @Test
    void writesAFileThatReadsBack() {
        var soa = new ZoneSoa("ns1.example.net.", "tech.example.net.", 4294967295L, 1, 2, 3, 4);
        List<ZoneRecord> records = List.of(
                new ZoneRecord("", RecordType.NS, "ns1.example.net.", 0),
                new ZoneRecord("_dmarc", RecordType.TXT, "\"v=DMARC1; p=none\"", 300),
                new ZoneRecord("www", RecordType.A, "192.0.2.1", 0));

        String text = ZoneFile.write(ZONE, records, soa, 3600);
        ZoneFile read = ZoneFile.read(text, ZONE, ZoneFileRules.EXPORT);

        assertThat(read).isEqualTo(new ZoneFile(ZONE, records, soa, 3600, List.of()));
        assertThat(text).startsWith("$ORIGIN example.com.\n$TTL 3600\n@ IN SOA ");
    }
}
