// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCheckTest {

    private static final DomainName ZONE = DomainName.of("example.com");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            emptyValue = "",
            value = {
                "www      | A     | 192.0.2.300                    | not an IPv4 address",
                "ho_st    | A     | 192.0.2.1                      | underscore",
                "www..x   | A     | 192.0.2.1                      | empty label",
                "a*b      | A     | 192.0.2.1                      | not accepted by OVHcloud",
                "x.example.net. | A | 192.0.2.1                    | outside the zone",
                "www      | AAAA  | 192.0.2.1                      | not an IPv6 address",
                "@        | CNAME | host.example.net.              | apex",
                "www      | CNAME | host.example.net               | no final dot",
                "www      | CNAME | www                            | points to itself",
                "www      | CNAME | 192.0.2.1.                     | is an address",
                "www      | CNAME | .                              | root",
                "www      | DNAME | two names.                     | more than one name",
                "www      | MX    | mail.example.net.              | 1 parts and not 2",
                "www      | MX    | 10 mail.example.net            | no final dot",
                "www      | MX    | 10 192.0.2.1.                  | is an address",
                "www      | MX    | 10 ma_il.example.net.          | no underscore",
                "www      | MX    | 10 .                           | accepts no mail",
                "sub      | NS    | 192.0.2.1.                     | is an address",
                "sub      | NS    | .                              | root",
                "www      | PTR   | host.example.net               | no final dot",
                "www      | RP    | admin.example.net. info.example.net | no final dot",
                "sip      | SRV   | 0 5 5060 sip.example.net.      | service and protocol",
                "_sip._tcp | SRV  | 0 5 0 sip.example.net.         | port is 0",
                "_sip._tcp | SRV  | 5 5060 sip.example.net.        | 3 parts and not 4",
                "www      | CAA   | 0 issue letsencrypt.org        | quotation marks",
                "www      | CAA   | 0 isue \"letsencrypt.org\"     | not one of contactemail",
                "www      | CAA   | 0 issue \"lets encrypt\"       | has no issuer",
                "www      | CAA   | 0 iodef \"security@example.net\" | mailto:",
                "www      | CAA   | 256 issue \"a.net\"            | cannot be read",
                "www      | TLSA  | 3 1 1 ab                       | port and protocol",
                "_443._tcp | TLSA | 3 1 1 ab                       | 64 hexadecimal digits",
                "_443._tcp | TLSA | 4 1 0 ab                       | usage is 4",
                "_443._tcp | TLSA | 3 2 0 ab                       | selector is 2",
                "_443._tcp | TLSA | 3 1 3 ab                       | matching type is 3",
                "www      | SSHFP | 5 2 ab                         | algorithm is 5",
                "www      | SSHFP | 4 3 ab                         | type of fingerprint",
                "www      | SSHFP | 4 2 ab                         | 64 hexadecimal digits",
                "www      | NAPTR | 1 2 \"S!\" \"x\" \"\" a.example.net. | flags",
                "www      | NAPTR | 1 2 \"u\" \"x\" \"!a!b!\" a.example.net. | both a regular expression",
                "www      | LOC   | 91 N 4 E 0m                    | cannot be read",
                "www      | HTTPS | 0 svc.example.net. alpn=h2     | AliasMode",
                "www      | HTTPS | 1 . mandatory=port alpn=h2     | mandatory",
                "www      | SVCB  | 1 . no-default-alpn            | leaves no protocol",
                "www      | SPF   | spf1 -all                      | begins with v=spf1",
                "www      | SPF   | v=spf1 includes:a.net -all     | not in RFC 7208",
                "www      | SPF   | \"\"                           | empty",
                "www      | DKIM  | v=DKIM1; p=AA                  | selector and _domainkey",
                "s._domainkey | DKIM | v=DKIM1; k=rsa             | has no p=",
                "s._domainkey | DKIM | p=AA; v=DKIM1              | begins with v=DKIM1",
                "s._domainkey | DKIM | v=DKIM1; q=1; p=AA         | \"q\" is not a tag of a DKIM",
                "s._domainkey | DKIM | v=DKIM1; p=A!              | not base64",
                "s._domainkey | DKIM | v=DKIM1; p=AA; p=BB        | is twice",
                "s._domainkey | DKIM | v=DKIM1 p=AA; rsa          | not tag=value",
                "mail     | DMARC | v=DMARC1; p=none               | begins with _dmarc",
                "_dmarc   | DMARC | p=none; v=DMARC1               | begins with v=DMARC1",
                "_dmarc   | DMARC | v=DMARC1; p=block              | quarantine or reject",
                "_dmarc   | DMARC | v=DMARC1; sp=none              | has no p=",
                "_dmarc   | DMARC | v=DMARC1; p=none; pct=101      | between 0 and 100",
                "_dmarc   | DMARC | v=DMARC1; p=none; rua=mailto:é | plain ASCII",
                "www      | TXT   | \"open                         | opened and not closed",
            })
    void tellsWhatIsWrong(String name, RecordType type, String target, String sentence) {
        List<String> problems = RecordCheck.problems(ZONE, new ZoneRecord(name, type, target, 0));

        assertThat(problems)
                .anySatisfy(problem ->
                        assertThat(problem).startsWith(name + " " + type + ": ").contains(sentence));
    }

    @Test
    void tellsATtlThatOvhcloudDoesNotTake() {
        var record = new ZoneRecord("www", RecordType.A, "192.0.2.1", 59);

        assertThat(RecordCheck.problems(ZONE, record))
                .singleElement()
                .asString()
                .contains("TTL is 59");
        assertThat(RecordCheck.problems(ZONE, record.withTtl(60))).isEmpty();
        assertThat(RecordCheck.problems(ZONE, record.withTtl(0))).isEmpty();
    }

    @Test
    void tellsRecordsThatCannotStandTogether() {
        assertThat(conflicts(a("www"), cname("www", "a.net.")))
                .singleElement()
                .asString()
                .contains("can have no other records");
        assertThat(conflicts(cname("www", "a.net."), cname("www", "b.net.")))
                .singleElement()
                .asString()
                .contains("two CNAME");
        assertThat(conflicts(a("www"), a("www").withTtl(61)))
                .singleElement()
                .asString()
                .contains("TTLs 3600 and 61");
        assertThat(conflicts(a("a.b.sub"), new ZoneRecord("sub", RecordType.DNAME, "a.net.", 0)))
                .singleElement()
                .asString()
                .contains("below the DNAME of sub.example.com");
        assertThat(conflicts(a("www"), a("www"), cname("ww", "a.net."))).isEmpty();
    }

    private static ZoneRecord a(String name) {
        return new ZoneRecord(name, RecordType.A, "192.0.2.1", 0);
    }

    private static ZoneRecord cname(String name, String target) {
        return new ZoneRecord(name, RecordType.CNAME, target, 0);
    }

    private static List<String> conflicts(ZoneRecord... records) {
        return Conflicts.of(ZONE, List.of(records));
    }
}
