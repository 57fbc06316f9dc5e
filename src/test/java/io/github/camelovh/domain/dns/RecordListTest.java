// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordListTest {

    private static final DomainName ZONE = DomainName.of("example.com");

    @Test
    void readsTheWordsOfTheApiAndThePlainOnes() {
        List<ZoneRecord> records = RecordList.read("""
                {"records": [
                  {"id": 5386578528, "zone": "example.com", "subDomain": "www", "fieldType": "A",
                   "target": "192.0.2.1", "ttl": 0},
                  {"name": "@", "type": "mx", "values": ["1 mx1.mail.ovh.net.", "5 mx2.mail.ovh.net."], "ttl": "300"},
                  {"name": "Host.example.com.", "type": "TXT", "value": "plain text"},
                  {"subDomain": null, "fieldType": "NS", "target": "ns1.example.net."}
                ]}""", ZONE);

        assertThat(records)
                .containsExactly(
                        new ZoneRecord("www", RecordType.A, "192.0.2.1", 0),
                        new ZoneRecord("", RecordType.MX, "1 mx1.mail.ovh.net.", 300),
                        new ZoneRecord("", RecordType.MX, "5 mx2.mail.ovh.net.", 300),
                        new ZoneRecord("host", RecordType.TXT, "plain text", 0),
                        new ZoneRecord("", RecordType.NS, "ns1.example.net.", 0));
        assertThat(RecordList.read(RecordList.write(records), ZONE)).isEqualTo(records);
    }

    @Test
    void readsMaps() {
        assertThat(RecordList.of(List.of(Map.of("name", "www", "type", "A", "value", "192.0.2.1", "ttl", 61)), ZONE))
                .containsExactly(new ZoneRecord("www", RecordType.A, "192.0.2.1", 61));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"type\":\"A\"}                                              | needs a target",
                "{\"value\":\"192.0.2.1\"}                                     | has no type",
                "{\"type\":\"URI\",\"value\":\"x\"}                            | the type URI is not one",
                "{\"type\":\"A\",\"value\":\"x\"}                              | not an IPv4 address",
                "{\"type\":\"A\",\"value\":\"192.0.2.1\",\"values\":[]}        | not both",
                "{\"type\":\"A\",\"values\":[]}                                | is empty",
                "{\"type\":\"A\",\"value\":{}}                                 | is a text",
                "{\"type\":\"A\",\"value\":\"192.0.2.1\",\"priority\":1}       | no member \"priority\"",
                "{\"type\":\"A\",\"value\":\"192.0.2.1\",\"ttl\":\"1h\"}       | the ttl 1h",
                "{\"type\":\"A\",\"value\":\"192.0.2.1\",\"name\":\"www.example.com\"} | with a final dot",
                "{\"type\":\"A\",\"value\":\"192.0.2.1\",\"name\":\"www.example.net.\"} | outside the zone",
                "{\"type\":\"A\",\"value\":\"192.0.2.1\",\"name\":\"a\",\"subDomain\":\"a\"} | both subDomain and name",
                "17                                                            | not an object",
            })
    void refusesByPlace(String record, String reason) {
        assertThatThrownBy(() -> RecordList.read(
                        "[{\"type\":\"A\",\"name\":\"ok\",\"value\":\"192.0.2.1\"}," + record + "]", ZONE))
                .isInstanceOf(InvalidRecordsException.class)
                .hasMessageContaining("nothing was changed")
                .hasMessageContaining("record 2: ")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> RecordList.read("{\"a\":1}", ZONE)).hasMessageContaining("not a list of records");
        assertThatThrownBy(() -> RecordList.read("[", ZONE)).hasMessageContaining("not JSON");
    }

    /** A plan is approved line by line, so no record may make two of one, or another one's. */
    @Test
    void aRecordIsShownOnOneLine() {
        ZoneRecord record = RecordList.read(
                        "[{\"name\":\"x\",\"type\":\"TXT\",\"target\":\"\\\"a\\n- evil A 192.0.2.1\\\"\"}]", ZONE)
                .get(0);

        assertThat(new ZoneChange.Create(record, "test").toString()).isEqualTo("+ x TXT \"a\\010- evil A 192.0.2.1\"");
        assertThat(PlanText.of(ZonePlan.of(ZONE, 1, List.of(new ZoneChange.Create(record, "test")), 0, 0)))
                .doesNotContainPattern("(?m)^- evil");
    }
}
