// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

class AwkwardRecordsTest {

    private static final DomainName ZONE = DomainName.of(AwkwardRecords.ZONE);
    private static final long ZONE_TTL = 3600;

    static List<AwkwardRecords.Row> rows() {
        return AwkwardRecords.rows();
    }

    @Test
    void coversEveryTypeWithThreeHundredRecords() {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(300);
        Set<RecordType> types = rows().stream()
                .map(row -> row.record().type())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordType.class)));
        assertThat(types).containsExactlyInAnyOrder(RecordType.values());
    }

    @Test
    void standTogetherInOneZone() {
        assertThat(Conflicts.of(ZONE, AwkwardRecords.records())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isTakenByTheCheck(AwkwardRecords.Row row) {
        assertThat(RecordCheck.problems(ZONE, row.record())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hasTheFormThatNameServersAnswer(AwkwardRecords.Row row) throws IOException {
        RecordForm form = RecordForm.of(ZONE, row.record(), ZONE_TTL);

        assertThat(form.readable()).isTrue();
        assertThat(form.type()).isEqualTo(row.servedType());
        assertThat(form.ttl())
                .isEqualTo(row.record().ttl() == 0 ? ZONE_TTL : row.record().ttl());
        assertThat(wire(form.type(), form.data())).isEqualTo(wire(row.servedType(), row.servedData()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void keepsItsFormWhenSentAndReadBack(AwkwardRecords.Row row) {
        RecordForm form = RecordForm.of(ZONE, row.record(), ZONE_TTL);
        ZoneRecord sent = RecordForm.toApi(ZONE, row.record());

        assertThat(RecordForm.of(ZONE, sent, ZONE_TTL)).isEqualTo(form);
        assertThat(RecordForm.toApi(ZONE, sent)).isEqualTo(sent);
        assertThat(RecordCheck.problems(ZONE, sent)).isEmpty();
    }

    @Test
    void leaveNothingToDoOnceAppliedWhateverTheServerDoesToQuotationMarks() {
        for (UnaryOperator<ZoneRecord> server : List.<UnaryOperator<ZoneRecord>>of(
                sent -> sent,
                AwkwardRecordsTest::quoting,
                AwkwardRecordsTest::unquoting,
                AwkwardRecordsTest::knowingDkim)) {
            List<HeldRecord> held = new ArrayList<>();
            for (ZoneRecord record : AwkwardRecords.records()) {
                held.add(new HeldRecord(5_386_578_528L + held.size(), server.apply(RecordForm.toApi(ZONE, record))));
            }
            var now = new ZoneSnapshot(ZONE, 1, ZONE_TTL, held, null);

            PlannedZone planned = ZonePlanner.plan(now, AwkwardRecords.records(), Ownership.ALL, GuardSettings.DEFAULT);

            assertThat(planned.plan().changes()).isEmpty();
            assertThat(planned.plan().unchanged()).isEqualTo(held.size());
        }
    }

    private static ZoneRecord quoting(ZoneRecord sent) {
        return sent.type() == RecordType.TXT && !sent.target().startsWith("\"")
                ? sent.withTarget('"' + sent.target() + '"')
                : sent;
    }

    private static ZoneRecord unquoting(ZoneRecord sent) {
        boolean one = sent.type() == RecordType.TXT
                && sent.target().matches("\"[^\" ]([^\"]*[^\" ])?\"")
                && sent.target().length() > 4;
        return one ? sent.withTarget(sent.target().substring(1, sent.target().length() - 1)) : sent;
    }

    private static ZoneRecord knowingDkim(ZoneRecord sent) {
        return sent.type() == RecordType.TXT && sent.target().startsWith("\"v=DKIM1")
                ? RecordForm.toApi(ZONE, new ZoneRecord(sent.subDomain(), RecordType.DKIM, sent.target(), sent.ttl()))
                : sent;
    }

    @Test
    void comeBackFromAZoneFile() {
        String file = ZoneFile.write(ZONE, AwkwardRecords.records(), null, 0);

        ZoneFile read = ZoneFile.read(file, ZONE, ZoneFileRules.WITHOUT_NAME_SERVERS);

        assertThat(forms(read.records())).containsExactlyInAnyOrderElementsOf(forms(AwkwardRecords.records()));
    }

    @Test
    void comeBackFromAList() {
        String json = RecordList.write(AwkwardRecords.records());

        assertThat(forms(RecordList.read(json, ZONE)))
                .containsExactlyInAnyOrderElementsOf(forms(AwkwardRecords.records()));
    }

    private static List<RecordForm> forms(List<ZoneRecord> records) {
        return records.stream()
                .map(record -> RecordForm.of(ZONE, record, ZONE_TTL))
                .toList();
    }

    private static String wire(RecordType type, String data) throws IOException {
        Name apex = Name.fromString(AwkwardRecords.ZONE + ".");
        Record record = Record.fromString(apex, type.number(), DClass.IN, 0, data, apex);
        byte[] wire = record.rdataToWireCanonical();
        String hex = HexFormat.of().formatHex(wire);
        if (type == RecordType.CAA) {
            int tag = wire[1];
            // The tag is not case-sensitive, and dnsjava leaves it unchanged.
            return hex.substring(0, 4)
                    + new String(wire, 2, tag, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT)
                    + hex.substring(4 + 2 * tag);
        }
        return hex;
    }
}
