// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.regex.Pattern;

/** Checks names of records, and names in their data. */
final class NameChecks {

    private static final Pattern HOST = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+");
    private static final Pattern OWNER = Pattern.compile("\\*|(\\*\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final Pattern SERVICE = Pattern.compile("(_[a-z0-9-]+|\\*)\\._[a-z0-9-]+(\\..+)?");
    private static final Pattern NUMBERS = Pattern.compile("(\\d+\\.)+");

    private NameChecks() {}

    /** Checks the name of a record, and returns it relative to the zone; empty if it cannot be parsed. */
    static String owner(DomainName zone, ZoneRecord record, List<String> found) {
        String owner;
        try {
            owner = NameText.relative(record.subDomain(), zone.ascii() + ".");
        } catch (MalformedException e) {
            found.add(e.getMessage());
            return "";
        }
        if (!owner.isEmpty() && !OWNER.matcher(owner).matches()) {
            found.add("the name " + owner
                    + " is not accepted by OVHcloud: only letters, digits, hyphens and underscores, and * as the"
                    + " whole first label");
        }
        String unfit = unfit(record.type(), owner);
        if (unfit != null) {
            found.add(unfit);
        }
        return owner;
    }

    private static String unfit(RecordType type, String owner) {
        return switch (type) {
            case CNAME -> owner.isEmpty() ? "a CNAME is not allowed at the apex, which has SOA and NS" : null;
            // Active Directory uses addresses below _msdcs, so name servers accept them.
            case A, AAAA, MX ->
                owner.indexOf('_') >= 0 && !owner.contains("_msdcs")
                        ? "the name " + owner + " has an underscore, which names of hosts and mail domains cannot have"
                        : null;
            case SRV -> service(owner, "the name of an SRV begins with service and protocol, as in _sip._tcp");
            case TLSA -> service(owner, "the name of a TLSA begins with port and protocol, as in _443._tcp");
            case DMARC -> (owner + ".").startsWith("_dmarc.") ? null : "the name of a DMARC begins with _dmarc";
            case DKIM ->
                (owner + ".").contains("._domainkey.")
                        ? null
                        : "the name of a DKIM is a selector and _domainkey, as in mail._domainkey";
            case CAA, DNAME, HTTPS, LOC, NAPTR, NS, PTR, RP, SPF, SSHFP, SVCB, TXT -> null;
        };
    }

    private static String service(String owner, String sentence) {
        return SERVICE.matcher(owner).matches() ? null : sentence;
    }

    /** Checks the names in the data: as they were written, and as they will be served. */
    static void targets(ZoneRecord record, String data, List<String> found) {
        String[] written = RecordData.words(record.target());
        String[] served = RecordData.words(data);
        for (int place : places(record.type())) {
            int at = place < 0 ? served.length + place : place;
            String name = served[at];
            String before = written[place < 0 ? written.length + place : place];
            if (!before.endsWith(".") && before.indexOf('.') >= 0) {
                found.add("its target " + before + " has no final dot, so it would mean " + name + "; write " + before
                        + ". or, if that is meant, " + name);
            }
            String unfit = unfitTarget(record.type(), name);
            if (unfit != null) {
                found.add(unfit);
            }
        }
    }

    /** The positions of names in the data, counted from the end when negative. */
    private static List<Integer> places(RecordType type) {
        return switch (type) {
            case CNAME, DNAME, NS, PTR, MX, SRV, NAPTR -> List.of(-1);
            case HTTPS, SVCB -> List.of(1);
            case RP -> List.of(0, 1);
            case A, AAAA, CAA, DKIM, DMARC, LOC, SPF, SSHFP, TLSA, TXT -> List.of();
        };
    }

    private static String unfitTarget(RecordType type, String name) {
        if (NUMBERS.matcher(name).matches()) {
            return "its target " + name + " is an address, where a name is needed";
        }
        return switch (type) {
            case MX, NS, SRV -> {
                if (name.equals(".")) {
                    yield type == RecordType.NS ? "its target is the root, which serves none of our zones" : null;
                }
                yield HOST.matcher(name).matches()
                        ? null
                        : "its target " + name + " is not a host name: letters, digits and hyphens, no underscore";
            }
            case CNAME, DNAME -> name.equals(".") ? "its target is the root, which cannot be a target" : null;
            default -> null;
        };
    }
}
