// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** The sandbox as a name server: it answers from what was refreshed. */
class DnsPortTest {
    private static final String ZONE = "already-mine.com";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    @RegisterExtension
    static final OvhSandboxExtension OVH = OvhSandboxExtension.with(SandboxOptions.defaults()
            .withDomains(1)
            .withDnsPort(0)
            .withClock(Clock.fixed(Instant.parse("2026-04-01T10:00:00Z"), ZoneOffset.UTC)));

    private TestCaller caller;
    private SimpleResolver resolver;

    @BeforeEach
    void connect() throws Exception {
        caller = new TestCaller(OVH.sandbox());
        resolver = new SimpleResolver(InetAddress.getLoopbackAddress());
        resolver.setPort(OVH.sandbox().dnsPort());
        resolver.setTimeout(Duration.ofSeconds(10));
    }

    private void add(String type, String subDomain, String target) throws Exception {
        String body = TestCaller.JSON
                .createObjectNode()
                .put("fieldType", type)
                .put("subDomain", subDomain)
                .put("target", target)
                .toString();
        assertThat(caller.post("/domain/zone/" + ZONE + "/record", body).status())
                .isEqualTo(200);
    }

    private void refresh() throws Exception {
        assertThat(caller.post("/domain/zone/" + ZONE + "/refresh", "").status())
                .isEqualTo(200);
        OVH.sandbox().advance(LONG_ENOUGH);
    }

    private Message ask(String name, int type) throws Exception {
        return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
    }

    private static List<String> answers(Message message) {
        return message.getSection(Section.ANSWER).stream()
                .map(record -> Type.string(record.getType()) + " " + record.rdataToString())
                .toList();
    }

    @Test
    void answersWithAuthorityFromTheServedState() throws Exception {
        Message answer = ask(ZONE + ".", Type.MX);
        assertThat(answers(answer)).containsExactly("MX 1 redirect.ovh.net.");
        assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answer.getSection(Section.ANSWER).get(0).getTTL()).isEqualTo(3600);

        add("A", "new", "192.0.2.1");
        assertThat(ask("new." + ZONE + ".", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        refresh();
        assertThat(answers(ask("NEW." + ZONE + ".", Type.A))).containsExactly("A 192.0.2.1");
    }

    @Test
    void aRefreshTakesItsTimeInDnsToo() throws Exception {
        try (OvhSandbox slow = OvhSandbox.start(
                SandboxOptions.defaults().withDomains(1).withDnsPort(0).withTaskTime(Duration.ofHours(4)))) {
            TestCaller other = new TestCaller(slow);
            resolver.setPort(slow.dnsPort());
            other.post(
                    "/domain/zone/" + ZONE + "/record",
                    "{\"fieldType\":\"A\",\"subDomain\":\"new\",\"target\":\"192.0.2.1\"}");
            other.post("/domain/zone/" + ZONE + "/refresh", "");
            assertThat(ask("new." + ZONE + ".", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
            slow.advance(Duration.ofHours(1));
            assertThat(answers(ask("new." + ZONE + ".", Type.A))).hasSize(1);
        }
    }

    @Test
    void saysNoWithTheSoa() throws Exception {
        Message nothing = ask("www." + ZONE + ".", Type.CNAME);
        assertThat(answers(nothing)).containsExactly("CNAME " + ZONE + ".");
        Message noData = ask(ZONE + ".", Type.AAAA);
        assertThat(noData.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(noData.getSection(Section.ANSWER)).isEmpty();
        Message noName = ask("none." + ZONE + ".", Type.A);
        assertThat(noName.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        for (Message message : List.of(noData, noName)) {
            SOARecord soa = (SOARecord) message.getSection(Section.AUTHORITY).get(0);
            assertThat(soa.getTTL()).isEqualTo(300);
        }
        assertThat(ask("example.org.", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(ask(ZONE + ".", Type.SOA).getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void followsAliasesInsideTheZone() throws Exception {
        add("CNAME", "one", "two");
        add("CNAME", "two", "www." + ZONE + ".");
        add("CNAME", "out", "elsewhere.example.net.");
        add("CNAME", "loop", "loop");
        add("DNAME", "old", ZONE + ".");
        refresh();

        assertThat(answers(ask("one." + ZONE + ".", Type.A)))
                .containsExactly(
                        "CNAME two." + ZONE + ".", "CNAME www." + ZONE + ".", "CNAME " + ZONE + ".", "A 213.186.33.5");
        assertThat(answers(ask("out." + ZONE + ".", Type.A))).containsExactly("CNAME elsewhere.example.net.");
        assertThat(answers(ask("loop." + ZONE + ".", Type.A))).containsExactly("CNAME loop." + ZONE + ".");
        assertThat(answers(ask("www.old." + ZONE + ".", Type.A)))
                .containsExactly(
                        "DNAME " + ZONE + ".", "CNAME www." + ZONE + ".", "CNAME " + ZONE + ".", "A 213.186.33.5");
    }

    @Test
    void wildcardsStandInForNamesThatAreNotThere() throws Exception {
        add("A", "*.wild", "192.0.2.1");
        add("A", "there.wild", "192.0.2.2");
        add("A", "deep.between.wild", "192.0.2.3");
        refresh();

        assertThat(answers(ask("any.wild." + ZONE + ".", Type.A))).containsExactly("A 192.0.2.1");
        assertThat(answers(ask("a.b.wild." + ZONE + ".", Type.A))).containsExactly("A 192.0.2.1");
        assertThat(answers(ask("there.wild." + ZONE + ".", Type.A))).containsExactly("A 192.0.2.2");
        assertThat(answers(ask("there.wild." + ZONE + ".", Type.TXT))).isEmpty();
        Message between = ask("between.wild." + ZONE + ".", Type.A);
        assertThat(between.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answers(between)).isEmpty();
        assertThat(ask("x.between.wild." + ZONE + ".", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(answers(ask("*.wild." + ZONE + ".", Type.A))).containsExactly("A 192.0.2.1");
    }

    @Test
    void refersToOtherServersForAPartGivenAway() throws Exception {
        add("NS", "sub", "ns.sub");
        add("A", "ns.sub", "192.0.2.53");
        refresh();

        Message referral = ask("www.sub." + ZONE + ".", Type.A);
        assertThat(referral.getHeader().getFlag(Flags.AA)).isFalse();
        assertThat(referral.getSection(Section.ANSWER)).isEmpty();
        assertThat(referral.getSection(Section.AUTHORITY).get(0).rdataToString())
                .isEqualTo("ns.sub." + ZONE + ".");
        assertThat(referral.getSection(Section.ADDITIONAL)).anyMatch(record -> record.getType() == Type.A);
        assertThat(ask("sub." + ZONE + ".", Type.NS).getHeader().getFlag(Flags.AA))
                .isFalse();
        Message keys = ask("sub." + ZONE + ".", Type.DS);
        assertThat(keys.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(keys.getSection(Section.AUTHORITY).get(0)).isInstanceOf(SOARecord.class);
    }

    @Test
    void servesTheTypesOfTheApiAsText() throws Exception {
        add("SPF", "spf", "v=spf1 -all");
        add("DKIM", "s._domainkey", "v=DKIM1;k=rsa;p=MIGf;");
        add("DMARC", "_dmarc", "v=DMARC1;p=none;");
        add("TXT", "long", "x".repeat(600));
        add("TXT", "utf", "café \"quoted\" \\ back");
        refresh();

        assertThat(answers(ask("spf." + ZONE + ".", Type.TXT))).containsExactly("TXT \"v=spf1 -all\"");
        assertThat(answers(ask("s._domainkey." + ZONE + ".", Type.TXT)))
                .containsExactly("TXT \"v=DKIM1;k=rsa;p=MIGf;\"");
        assertThat(answers(ask("_dmarc." + ZONE + ".", Type.TXT))).containsExactly("TXT \"v=DMARC1;p=none;\"");
        TXTRecord text = (TXTRecord)
                ask("long." + ZONE + ".", Type.TXT).getSection(Section.ANSWER).get(0);
        assertThat(text.getStrings()).hasSize(3);
        TXTRecord utf = (TXTRecord)
                ask("utf." + ZONE + ".", Type.TXT).getSection(Section.ANSWER).get(0);
        assertThat(new String((byte[]) utf.getStringsAsByteArrays().get(0), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("café \"quoted\" \\ back");
    }

    @Test
    void duplicatesCountOnce() throws Exception {
        add("A", "twice", "192.0.2.1");
        add("A", "twice", "192.0.2.1");
        add("A", "twice", "192.0.2.2");
        refresh();
        assertThat(answers(ask("twice." + ZONE + ".", Type.A))).hasSize(2);
    }

    @Test
    void saysWhenAnAnswerIsTooLongForAPacket() throws Exception {
        for (int i = 0; i < 20; i++) {
            add("TXT", "big", i + " " + "y".repeat(200));
        }
        refresh();
        resolver.setEDNS(-1);
        resolver.setIgnoreTruncation(true);
        Message cut = ask("big." + ZONE + ".", Type.TXT);
        assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(cut.numBytes()).isLessThanOrEqualTo(512);
        resolver.setTCP(true);
        Message whole = ask("big." + ZONE + ".", Type.TXT);
        assertThat(whole.getHeader().getFlag(Flags.TC)).isFalse();
        assertThat(whole.getSection(Section.ANSWER)).hasSize(20);
        resolver.setTCP(false);
        resolver.setIgnoreTruncation(false);
        assertThat(ask("big." + ZONE + ".", Type.TXT).getSection(Section.ANSWER))
                .hasSize(20);
    }

    @Test
    void refusesTransfersAndUpdates() throws Exception {
        assertThatThrownBy(() -> ask(ZONE + ".", Type.AXFR)).hasMessageContaining("REFUSED");
        Message update = new Message();
        update.getHeader().setOpcode(Opcode.UPDATE);
        update.addRecord(Record.newRecord(Name.fromString(ZONE + "."), Type.SOA, DClass.IN), Section.QUESTION);
        assertThat(resolver.send(update).getRcode()).isEqualTo(Rcode.NOTIMP);
    }

    @Test
    void survivesWhatIsNoQuery() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), OVH.sandbox().dnsPort())) {
            socket.getOutputStream().write(new byte[] {0, 3, 1, 2, 3});
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(ask(ZONE + ".", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void thePortIsOffUnlessAskedFor() {
        try (OvhSandbox quiet = OvhSandbox.start()) {
            assertThatThrownBy(quiet::dnsPort).isInstanceOf(IllegalStateException.class);
        }
        int taken = OVH.sandbox().dnsPort();
        assertThatThrownBy(() -> OvhSandbox.start(SandboxOptions.defaults().withDnsPort(taken)))
                .hasMessageContaining("cannot answer DNS on port " + taken);
    }
}
