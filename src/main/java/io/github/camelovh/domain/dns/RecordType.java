// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Type;

/**
 * The record types that a zone at OVHcloud can have ({@code domain.zone.RecordTypeEnum}), without SOA and DS, which
 * have their own routes.
 */
public enum RecordType {
    A(Type.A, "192.0.2.1"),
    AAAA(Type.AAAA, "2001:db8::1"),
    CAA(Type.CAA, "0 issue \"letsencrypt.org\""),
    CNAME(Type.CNAME, "host.example.net."),
    /** A TXT record that OVHcloud checks as DKIM and writes without quotes. */
    DKIM(Type.TXT, "v=DKIM1; k=rsa; p=MIGf..."),
    /** A TXT record that OVHcloud checks as DMARC and writes without quotes. */
    DMARC(Type.TXT, "v=DMARC1; p=none"),
    DNAME(Type.DNAME, "example.net."),
    HTTPS(Type.HTTPS, "1 . alpn=\"h2\""),
    LOC(Type.LOC, "48 51 29 N 2 17 40 E 35m"),
    MX(Type.MX, "10 mail.example.net."),
    NAPTR(Type.NAPTR, "100 50 \"S\" \"SIP+D2U\" \"\" _sip._udp.example.net."),
    NS(Type.NS, "ns1.example.net."),
    PTR(Type.PTR, "host.example.net."),
    RP(Type.RP, "admin.example.net. info.example.net."),
    /** A TXT record that OVHcloud checks as SPF and writes without quotes; not the old type 99. */
    SPF(Type.TXT, "v=spf1 include:mx.example.net -all"),
    SRV(Type.SRV, "0 5 5060 sip.example.net."),
    SSHFP(Type.SSHFP, "4 2 and 64 hexadecimal digits"),
    SVCB(Type.SVCB, "1 svc.example.net. port=8443"),
    TLSA(Type.TLSA, "3 1 1 and 64 hexadecimal digits"),
    TXT(Type.TXT, "\"some text\"");

    private final int number;
    private final String example;

    RecordType(int number, String example) {
        this.number = number;
        this.example = example;
    }

    /** The type in DNS answers: {@link #TXT} for SPF, DKIM and DMARC, otherwise the type itself. */
    public RecordType served() {
        return isText() ? TXT : this;
    }

    /** Whether it is served as TXT. */
    public boolean isText() {
        return number == Type.TXT;
    }

    /** The number of the served type in the registry of DNS parameters. */
    int number() {
        return number;
    }

    /** An example target, for users who wrote a wrong one. */
    String example() {
        return example;
    }

    /**
     * The type of a name in any letter case.
     *
     * @param name never null
     * @return empty when a zone at OVHcloud cannot have such a type
     */
    public static Optional<RecordType> named(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        for (RecordType type : values()) {
            if (type.name().equals(wanted)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
