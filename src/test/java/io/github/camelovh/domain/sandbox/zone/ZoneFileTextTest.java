// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneFileTextTest {
    private static final String ZONE = "example.com";
    private static final SoaEntry SOA = SoaEntry.fresh("dns103.ovh.net.", LocalDate.of(2026, 4, 1));

    private static ZoneEntry entry(String subDomain, String type, String target, long ttl) {
        return new ZoneEntry(0, subDomain, type, target, ttl);
    }

    @Test
    void writesTheApexFirstAndTargetsAsTheyAre() {
        String text = ZoneFileText.write(
                SOA,
                List.of(
                        entry("www", "CNAME", "other", 0),
                        entry("", "NS", "ns103.ovh.net.", 0),
                        entry("mail", "SPF", "v=spf1 -all", 300)));

        assertThat(text).isEqualTo("""
                        $TTL 3600
                        @\tIN SOA dns103.ovh.net. tech.ovh.net. (2026040100 86400 3600 3600000 300)
                                                  IN NS     ns103.ovh.net.
                        mail                      300 IN TXT    "v=spf1 -all"
                        www                       IN CNAME  other
                        """);
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        List<ZoneEntry> entries = List.of(
                entry("", "NS", "ns103.ovh.net.", 0),
                entry("*.wild", "A", "192.0.2.1", 600),
                entry("_dmarc", "TXT", "\"v=DMARC1;p=none;\"", 0),
                entry("x", "CAA", "0 issue \"letsencrypt.org\"", 0),
                entry("x", "SRV", "0 5 5060 sip.example.net.", 0));

        ZoneFileText.Contents read = ZoneFileText.read(ZONE, ZoneFileText.write(SOA, entries));

        assertThat(read.soa()).isEqualTo(SOA);
        assertThat(read.entries()).containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    void readsMultiLineRecordsCommentsAndOrigins() throws IOException {
        ZoneFileText.Contents read = ZoneFileText.read(ZONE, """
                $ORIGIN sub.example.com.
                ; a comment
                @ 300 IN TXT ( "a"
                  "b" ) ; more
                $TTL 900
                host IN MX 10 mail
                """);

        assertThat(read.soa()).isNull();
        assertThat(read.entries())
                .containsExactly(
                        entry("sub", "TXT", "\"a\" \"b\"", 300),
                        entry("host.sub", "MX", "10 mail.sub.example.com.", 900));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www IN A\n",
                "www IN A 192.0.2.300\n",
                "www IN TXT \"open\n",
                "other.org. IN A 192.0.2.1\n",
                "$INCLUDE other.zone\n",
                "www 10 IN A 192.0.2.1\n",
                "www IN URI 10 1 \"https://example.net/\"\n"
            })
    void refusesWhatIsNoZoneOfTheApi(String text) {
        assertThatThrownBy(() -> ZoneFileText.read(ZONE, text)).isInstanceOf(IOException.class);
    }

    @Test
    void takesTwentyThousandRecords() throws IOException {
        List<ZoneEntry> entries = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            entries.add(entry("host-" + i, "TXT", "\"token=" + i + "\"", 0));
        }
        String text = ZoneFileText.write(SOA, entries);

        assertThat(text.lines()).hasSize(20_002);
        assertThat(ZoneFileText.read(ZONE, text).entries()).hasSize(20_000);
    }
}
