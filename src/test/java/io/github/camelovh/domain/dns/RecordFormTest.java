// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFormTest {

    private static final DomainName ZONE = DomainName.of("example.com");

    private static RecordForm form(String name, RecordType type, String target) {
        return RecordForm.of(ZONE, new ZoneRecord(name, type, target, 0), 3600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "www | A     | 192.0.2.1                     | WWW | A     | 192.0.2.1",
                "www | A     | 192.0.2.1                     | www.example.com. | A | 192.0.2.1",
                "@   | A     | 192.0.2.1                     | example.com. | A | 192.0.2.1",
                "café | A    | 192.0.2.1                     | xn--caf-dma | A | 192.0.2.1",
                "www | AAAA  | 2001:DB8:0::1                 | www | AAAA  | 2001:db8::1",
                "www | CNAME | Host                          | www | CNAME | host.example.com.",
                "www | CNAME | @                             | www | CNAME | EXAMPLE.com.",
                "www | CNAME | café.example.net.             | www | CNAME | xn--caf-dma.example.net.",
                "www | CNAME | a\\098c.example.net.          | www | CNAME | abc.example.net.",
                "www | MX    | 010  mail                     | www | MX    | 10 mail.example.com.",
                "www | SRV   | 0 05 5060 Sip                 | www | SRV   | 0 5 5060 sip.example.com.",
                "www | CAA   | 0 ISSUE letsencrypt.org       | www | CAA   | 0 issue \"letsencrypt.org\"",
                "www | TXT   | some text                     | www | TXT   | \"some text\"",
                "www | TXT   | \"\\116ext\"                  | www | TXT   | \"text\"",
                "www | TXT   | \"a\\;b\"                     | www | TXT   | \"a;b\"",
                "www | TXT   | \"v=spf1 \" \"-all\"          | www | SPF   | v=spf1 -all",
                "www | TXT   | \"v=DMARC1; \" \"p=none\"     | www | DMARC | v=DMARC1; p=none",
                "s._domainkey | TXT | \"k=rsa; \" \"p=AA\"   | s._domainkey | DKIM | k=rsa; p=AA",
                "www | SPF   | \"v=spf1 -all\"               | www | SPF   | v=spf1 -all",
                "www | TLSA  | 3 1 1 AB CD                   | www | TLSA  | 3 1 1 abcd",
                "www | SSHFP | 4 2 AB CD                     | www | SSHFP | 4 2 abcd",
                "www | HTTPS | 1 . port=443 alpn=h2          | www | HTTPS | 1 . alpn=\"h2\" port=443",
                "www | HTTPS | 1 . key1=h2                   | www | HTTPS | 1 . alpn=h2",
                "www | SVCB  | 1 Foo                         | www | SVCB  | 1 foo.example.com.",
                "www | NAPTR | 1 2 s x \"\" _SIP             | www | NAPTR | 1 2 \"s\" \"x\" \"\" _sip.example.com.",
                "www | LOC   | 52 22 N 4 53 E 0m             | www | LOC   | 52 22 0.000 N 4 53 0 E 0.00m 1m 10000m 10m",
                "www | RP    | Admin .                       | www | RP    | admin.example.com. .",
                "www | CNAME | xn--bcher-kva                 | www | CNAME | bücher",
                "www | CNAME | www。example。net.             | www | CNAME | www.example.net.",
            })
    void servesTheSame(String name, RecordType type, String target, String name2, RecordType type2, String target2) {
        RecordForm one = form(name, type, target);

        assertThat(one).isEqualTo(form(name2, type2, target2));
        assertThat(one.readable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "A     | 192.0.2.1              | A     | 192.0.2.2",
                "CNAME | host                   | CNAME | host.",
                "TXT   | \"a\" \"b\"            | TXT   | \"ab\"",
                "TXT   | \"a \"                 | TXT   | \"a\"",
                "TXT   | Text                   | TXT   | text",
                "TXT   | \"\\\"text\\\"\"       | TXT   | \"text\"",
                "CAA   | 0 issue \"A\"          | CAA   | 0 issue \"a\"",
                "NAPTR | 1 2 \"s\" \"x\" \"\" . | NAPTR | 1 2 \"S\" \"x\" \"\" .",
                "HTTPS | 1 . alpn=h2,h3         | HTTPS | 1 . alpn=h3,h2",
                "HTTPS | 1 . alpn=h2            | SVCB  | 1 . alpn=h2",
            })
    void servesSomethingElse(RecordType type, String target, RecordType type2, String target2) {
        assertThat(form("www", type, target)).isNotEqualTo(form("www", type2, target2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "A     | 192.0.2",
                "A     | 192.0.2.01",
                "A     | 192.0.2.1 ; comment",
                "AAAA  | fe80::1%eth0",
                "CNAME | two names.",
                "CNAME | a..b.",
                "CNAME | faß.example.net.",
                "MX    | mail.example.net.",
                "MX    | -1 mail.example.net.",
                "MX    | 65536 mail.example.net.",
                "SRV   | 0 5 sip.example.net.",
                "TXT   | \"open",
                "CAA   | 0 issue \"open",
                "TLSA  | 3 1 1 xyz",
                "HTTPS | 1 . alpn=h2 alpn=h3",
                "HTTPS | 1 . ech=####",
                "HTTPS | 1 . alpn=h2,,h3",
                "HTTPS | 1 . port",
                "LOC   | 91 N 4 E 0m",
                "NAPTR | 1 2 \"s\" \"x\" \"\"",
            })
    void cannotBeRead(RecordType type, String target) {
        var record = new ZoneRecord("www", type, target, 0);

        RecordForm form = RecordForm.of(ZONE, record, 3600);

        assertThat(form.readable()).isFalse();
        assertThat(form).isEqualTo(RecordForm.of(ZONE, record, 3600));
        assertThatThrownBy(() -> RecordForm.toApi(ZONE, record)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheDefaultTtlAsWhatItStandsFor() {
        var byDefault = new ZoneRecord("www", RecordType.A, "192.0.2.1", 0);

        assertThat(RecordForm.of(ZONE, byDefault, 300)).isEqualTo(RecordForm.of(ZONE, byDefault.withTtl(300), 300));
        assertThat(RecordForm.of(ZONE, byDefault, 300)).isNotEqualTo(RecordForm.of(ZONE, byDefault.withTtl(301), 300));
    }

    @Test
    void sendsEachTypeAsTheApiWantsIt() {
        assertThat(sent(RecordType.TXT, "plain")).isEqualTo("\"plain\"");
        assertThat(sent(RecordType.TXT, "\"a\" \"b\"")).isEqualTo("\"a\" \"b\"");
        assertThat(sent(RecordType.TXT, "x".repeat(300)))
                .isEqualTo("\"" + "x".repeat(255) + "\" \"" + "x".repeat(45) + "\"");
        assertThat(sent(RecordType.SPF, "\"v=spf1 \" \"-all\"")).isEqualTo("v=spf1 -all");
        assertThat(sent(RecordType.CAA, "0 ISSUE letsencrypt.org")).isEqualTo("0 issue \"letsencrypt.org\"");
        assertThat(sent(RecordType.AAAA, "2001:DB8:0:0:1:0:0:1")).isEqualTo("2001:db8::1:0:0:1");
        assertThat(sent(RecordType.MX, "10 mail")).isEqualTo("10 mail.example.com.");
    }

    private static String sent(RecordType type, String target) {
        return RecordForm.toApi(ZONE, new ZoneRecord("www", type, target, 0)).target();
    }
}
