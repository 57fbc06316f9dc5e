// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers queries as an authoritative name server: no recursion, no zone transfers, no signatures. */
public final class DnsAnswers {
    private static final int LONGEST_CHAIN = 16;
    private static final int UDP_SIZE = 1232;

    private final Function<String, Optional<ServedZone>> zones;

    /** @param zones finds a zone by its name, lower case and without a final dot */
    public DnsAnswers(Function<String, Optional<ServedZone>> zones) {
        this.zones = zones;
    }

    /** The answer to a query, of any size. */
    public Message answer(Message query) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setOpcode(query.getHeader().getOpcode());
        if (query.getHeader().getFlag(Flags.RD)) {
            answer.getHeader().setFlag(Flags.RD);
        }
        Record question = query.getQuestion();
        if (question != null) {
            answer.addRecord(question, Section.QUESTION);
        }
        if (query.getOPT() != null) {
            answer.addRecord(new OPTRecord(UDP_SIZE, Rcode.NOERROR, 0), Section.ADDITIONAL);
        }
        if (query.getHeader().getOpcode() != Opcode.QUERY) {
            answer.getHeader().setRcode(Rcode.NOTIMP);
            return answer;
        }
        if (question == null) {
            answer.getHeader().setRcode(Rcode.FORMERR);
            return answer;
        }
        Optional<ServedZone> zone = Type.isRR(question.getType()) || question.getType() == Type.ANY
                ? zoneOf(question.getName())
                : Optional.empty();
        if (zone.isEmpty()) {
            answer.getHeader().setRcode(Rcode.REFUSED);
            return answer;
        }
        new Search(zone.get(), answer, question.getType()).from(question.getName());
        return answer;
    }

    private Optional<ServedZone> zoneOf(Name name) {
        for (int cut = 0; cut < name.labels(); cut++) {
            String zone = new Name(name, cut).toString(true).toLowerCase(java.util.Locale.ROOT);
            Optional<ServedZone> found = zone.isEmpty() ? Optional.empty() : zones.apply(zone);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The search for one question in a zone. */
    private static final class Search {
        private final ServedZone zone;
        private final Message answer;
        private final int type;

        Search(ServedZone zone, Message answer, int type) {
            this.zone = zone;
            this.answer = answer;
            this.type = type;
        }

        void from(Name asked) {
            Name name = asked;
            Set<Name> seen = new HashSet<>();
            for (int hop = 0; hop < LONGEST_CHAIN && name != null && name.subdomain(zone.origin()); hop++) {
                if (!seen.add(name)) {
                    return;
                }
                if (delegated(name)) {
                    if (hop > 0) {
                        answer.getHeader().setFlag(Flags.AA);
                    }
                    return;
                }
                answer.getHeader().setFlag(Flags.AA);
                name = step(name);
            }
        }

        /** Answers for one name. Returns the next name to search for, or null. */
        private Name step(Name name) {
            Optional<DNAMERecord> above = dnameAbove(name);
            if (above.isPresent()) {
                return through(above.get(), name);
            }
            List<Record> here = zone.at(name);
            List<Record> wanted = here.stream()
                    .filter(record -> record.getType() == type || type == Type.ANY)
                    .toList();
            if (!wanted.isEmpty()) {
                wanted.forEach(record -> answer.addRecord(record, Section.ANSWER));
                return null;
            }
            Optional<CNAMERecord> alias = here.stream()
                    .filter(CNAMERecord.class::isInstance)
                    .map(CNAMERecord.class::cast)
                    .findFirst();
            if (alias.isPresent()) {
                answer.addRecord(alias.get(), Section.ANSWER);
                return alias.get().getTarget();
            }
            if (here.isEmpty() && !zone.exists(name)) {
                answer.getHeader().setRcode(Rcode.NXDOMAIN);
            }
            answer.addRecord(zone.denial(), Section.AUTHORITY);
            return null;
        }

        private Name through(DNAMERecord dname, Name name) {
            answer.addRecord(dname, Section.ANSWER);
            try {
                Name target = name.fromDNAME(dname);
                answer.addRecord(new CNAMERecord(name, dname.getDClass(), dname.getTTL(), target), Section.ANSWER);
                return target;
            } catch (NameTooLongException e) {
                answer.getHeader().setRcode(Rcode.YXDOMAIN);
                return null;
            }
        }

        private Optional<DNAMERecord> dnameAbove(Name name) {
            return ancestors(name).stream()
                    .filter(zone::exists)
                    .flatMap(above -> zone.at(above).stream())
                    .filter(DNAMERecord.class::isInstance)
                    .map(DNAMERecord.class::cast)
                    .findFirst();
        }

        /** The ancestors of a name within the zone, the zone's own name first. */
        private List<Name> ancestors(Name name) {
            List<Name> above = new ArrayList<>();
            for (int cut = name.labels() - zone.origin().labels(); cut > 0; cut--) {
                above.add(new Name(name, cut));
            }
            return above;
        }

        /** Adds a referral if the name is in a delegated subzone. */
        private boolean delegated(Name name) {
            List<Name> places = new ArrayList<>(ancestors(name));
            if (type != Type.DS) {
                // The DS records of a delegated subzone are answered by this zone.
                places.add(name);
            }
            for (Name place : places) {
                if (place.equals(zone.origin()) || !zone.exists(place)) {
                    continue;
                }
                List<NSRecord> servers = zone.at(place).stream()
                        .filter(NSRecord.class::isInstance)
                        .map(NSRecord.class::cast)
                        .toList();
                if (!servers.isEmpty()) {
                    servers.forEach(server -> answer.addRecord(server, Section.AUTHORITY));
                    servers.forEach(this::addresses);
                    return true;
                }
            }
            return false;
        }

        private void addresses(NSRecord server) {
            if (server.getTarget().subdomain(zone.origin())) {
                zone.at(server.getTarget()).stream()
                        .filter(record -> record.getType() == Type.A || record.getType() == Type.AAAA)
                        .forEach(record -> answer.addRecord(record, Section.ADDITIONAL));
            }
        }
    }
}
