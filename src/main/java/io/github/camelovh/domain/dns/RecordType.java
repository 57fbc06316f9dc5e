/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.dns;

import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Type;

/**
 * The types of record that a zone at OVHcloud can hold ({@code domain.zone.RecordTypeEnum}). SOA and DS are none of them:
 * they have routes of their own.
 */
public enum RecordType {
    A(Type.A),
    AAAA(Type.AAAA),
    CAA(Type.CAA),
    CNAME(Type.CNAME),
    /** A TXT record that OVHcloud checks as DKIM and writes without quotes. */
    DKIM(Type.TXT),
    /** A TXT record that OVHcloud checks as DMARC and writes without quotes. */
    DMARC(Type.TXT),
    DNAME(Type.DNAME),
    HTTPS(Type.HTTPS),
    LOC(Type.LOC),
    MX(Type.MX),
    NAPTR(Type.NAPTR),
    NS(Type.NS),
    PTR(Type.PTR),
    RP(Type.RP),
    /** A TXT record that OVHcloud checks as SPF and writes without quotes; not the type 99 of old. */
    SPF(Type.TXT),
    SRV(Type.SRV),
    SSHFP(Type.SSHFP),
    SVCB(Type.SVCB),
    TLSA(Type.TLSA),
    TXT(Type.TXT);

    private final int number;

    RecordType(int number) {
        this.number = number;
    }

    /** The type under which name servers answer: {@link #TXT} for SPF, DKIM and DMARC, otherwise the type itself. */
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

    /**
     * The type of a name in any letter case.
     *
     * @param name never null
     * @return empty when a zone at OVHcloud holds no such type
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
