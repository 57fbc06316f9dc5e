// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Unusual records through the API, and the answers of name servers for each. */
class AwkwardZoneIT {
    private static final DomainName ZONE = DomainName.of(AwkwardRecords.ZONE);

    @ParameterizedTest(name = "the server quotes TXT: {0}, hands TXT back as DKIM: {1}, by one import: {2}")
    @CsvSource({"true,false,false", "false,false,false", "true,true,false", "true,true,true", "false,false,true"})
    void isServedAsItWasWishedAndLeavesNothingToPlan(boolean quotes, boolean dkim, boolean byImport) throws Exception {
        SandboxOptions options = SandboxOptions.defaults()
                .withZone(AwkwardRecords.ZONE, 2)
                .withTxtQuoting(quotes)
                .withPagesEverywhere()
                .withDnsPort(0);
        try (CamelContext context = new DefaultCamelContext();
                OvhSandbox sandbox = OvhSandbox.start(dkim ? options.withTxtAsDkim() : options);
                OvhApi api = OvhApi.open(
                        context,
                        OvhApiSettings.of(
                                        ApiRegion.of(sandbox.baseUrl().toString()),
                                        new Credentials.PersonalToken(OvhSandbox.ACCESS_TOKEN))
                                .withPace(1_000_000, 8),
                        HttpOptions.plain())) {
            ZoneSync zoneSync = new ZoneSync(api, sandbox::advance, System::nanoTime);
            ZoneWish wish =
                    new ZoneWish(ZONE, AwkwardRecords.records(), Ownership.ALL, OpenGuards.ALL, byImport ? 60 : null);

            assertThat(zoneSync.sync(wish, null, false, before -> {}).plan().isImport())
                    .isEqualTo(byImport);
            sandbox.advance(Duration.ofMinutes(5));

            assertThat(zoneSync.plan(wish).plan().toText()).contains("nothing");
            assertThat(zoneSync.plan(wish).plan().isEmpty()).isTrue();
            assertThat(wronglyServed(sandbox.dnsPort())).isEmpty();
        }
    }

    private static List<String> wronglyServed(int port) throws IOException {
        SimpleResolver resolver = new SimpleResolver("127.0.0.1");
        resolver.setPort(port);
        resolver.setTCP(true);
        Name zone = Name.fromString(AwkwardRecords.ZONE + ".");
        List<String> wrong = new ArrayList<>();
        for (AwkwardRecords.Row row : AwkwardRecords.rows()) {
            String relative = RecordForm.of(ZONE, row.record(), 3600).owner();
            Name owner = relative.isEmpty() ? zone : Name.fromString(relative, zone);
            int type = Type.value(row.servedType().name());
            long ttl = row.record().ttl() == 0 ? 3600 : row.record().ttl();
            Record wished = Record.fromString(owner, type, DClass.IN, ttl, row.servedData(), zone);
            Message answer = resolver.send(Message.newQuery(Record.newRecord(owner, type, DClass.IN)));
            List<Record> told = new ArrayList<>(answer.getSection(Section.ANSWER));
            told.addAll(answer.getSection(Section.AUTHORITY)); // a delegated name is answered with a referral
            boolean served = told.stream().anyMatch(record -> same(record, wished) && record.getTTL() == ttl);
            if (!served) {
                wrong.add(row + " is answered by " + told);
            }
        }
        return wrong;
    }

    /** The property of a CAA is not case-sensitive (RFC 8659, 4.1). */
    private static boolean same(Record record, Record wished) {
        return record.equals(wished)
                || (record.getType() == Type.CAA
                        && wished.getType() == Type.CAA
                        && record.rdataToString().equalsIgnoreCase(wished.rdataToString()));
    }
}
