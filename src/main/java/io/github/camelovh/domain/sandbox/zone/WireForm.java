// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

import java.io.IOException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Converts records of a zone to dnsjava records. Relative names are relative to the zone. Pure. */
final class WireForm {

    private WireForm() {}

    static Name zone(String zone) throws IOException {
        return Name.fromString(zone + ".");
    }

    /** @throws IOException if the target is not valid for its type */
    static Record of(ZoneEntry entry, Name zone, long defaultTtl) throws IOException {
        Name owner = entry.subDomain().isEmpty() ? zone : Name.fromString(entry.subDomain(), zone);
        return of(entry, owner, zone, defaultTtl);
    }

    /** The same with another owner name, as a wildcard needs it. */
    static Record of(ZoneEntry entry, Name owner, Name zone, long defaultTtl) throws IOException {
        long ttl = entry.ttl() == 0 ? defaultTtl : entry.ttl();
        if (entry.isText()) {
            return new TXTRecord(
                    owner,
                    DClass.IN,
                    ttl,
                    ZoneText.served(entry.target()).stream()
                            .map(ZoneText::escaped)
                            .toList());
        }
        return Record.fromString(owner, Type.value(entry.fieldType()), DClass.IN, ttl, entry.target(), zone);
    }

    static SOARecord of(SoaEntry soa, Name zone) throws IOException {
        return new SOARecord(
                zone,
                DClass.IN,
                soa.ttl(),
                Name.fromString(soa.server(), zone),
                Name.fromString(soa.email(), zone),
                soa.serial(),
                soa.refresh(),
                SoaEntry.RETRY,
                soa.expire(),
                soa.nxDomainTtl());
    }
}
