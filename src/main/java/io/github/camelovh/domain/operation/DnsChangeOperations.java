// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.dns.DelegationChanges;
import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.InvalidRecordsException;
import io.github.camelovh.domain.dns.InvalidZoneFileException;
import io.github.camelovh.domain.dns.RecordSetsRequest;
import io.github.camelovh.domain.dns.ZoneChanges;
import io.github.camelovh.domain.dns.ZoneJournal;
import io.github.camelovh.domain.dns.ZoneWish;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Name servers, keys and record sets, planned and carried out, by the names of operations and parameters. Thread-safe. */
final class DnsChangeOperations {
    private static final String NAME = "domain";
    private static final String NAME_SERVERS = "nameServers";
    private static final String KEYS = "keys";
    private static final String RECORDS = "records";
    private static final String JOURNAL = "zoneJournal";
    private static final Parameter JOURNAL_PARAMETER = Parameter.limit(JOURNAL, CompositeInput.OBJECT, null);

    private DnsChangeOperations() {}

    static List<CompositeOperation> of(DelegationChanges delegations, ZoneChanges zones) {
        return List.of(
                composite(
                        "planNameServers",
                        List.of(name(), hosts()),
                        "what would make these the name servers (host, or host/address), and no others",
                        in -> delegations.planNameServers(in.domain(NAME), DelegationOperations.hosts(in))),
                composite(
                        "applyNameServers",
                        List.of(name(), hosts(), RunParameter.OPTIONAL),
                        "how making these the name servers goes on, with the tasks that are awaited",
                        in -> delegations.applyNameServers(
                                in.domain(NAME), DelegationOperations.hosts(in), RunParameter.of(in))),
                composite(
                        "planDs",
                        List.of(name(), keys(), allowDs()),
                        "what would make the registry vouch for these keys (algorithm, flags, tag, publicKey), and no others",
                        in -> delegations.planDs(
                                in.domain(NAME), TargetOperations.keys(keys(in)), DelegationOperations.guards(in))),
                composite(
                        "applyDs",
                        List.of(name(), keys(), allowDs(), RunParameter.OPTIONAL),
                        "how making the registry vouch for these keys goes on, with the tasks that are awaited",
                        in -> delegations.applyDs(
                                in.domain(NAME),
                                TargetOperations.keys(keys(in)),
                                DelegationOperations.guards(in),
                                RunParameter.of(in))),
                composite(
                        "planRecords",
                        records(false),
                        "for each of these record sets, what would make it as wished. records is a list of objects with"
                                + " subDomain, fieldType, targets and ttl; one with delete=true goes, or only these targets of it",
                        in -> zones.planSets(request(in))),
                composite(
                        "applyRecords",
                        records(true),
                        "how making all of these record sets as wished ended, as one change with one refresh. zoneJournal keeps"
                                + " the way back",
                        in -> zones.applySets(request(in), RunParameter.of(in))),
                composite(
                        "planZone",
                        zone(false),
                        "what would make the whole zone as records (a list of objects with subDomain, fieldType, target and ttl),"
                                + " with a line for each guard that stops it. zoneJournal says what was changed within the last"
                                + " hour, by which maxRunUpdates and maxRunDeletes are measured",
                        in -> zones.planWish(wish(in), journal(in))),
                composite(
                        "applyZone",
                        zone(true),
                        "how making the whole zone as records ended, with one refresh. Guards stop what no approved plan allows."
                                + " zoneJournal keeps the way back and what the zone was last synced with",
                        in -> zones.applyWish(wish(in), journal(in), RunParameter.of(in))));
    }

    private static CompositeOperation composite(
            String name, List<Parameter> parameters, String answer, Function<CompositeInput, Object> act) {
        return new CompositeOperation("dns", name, parameters, answer, in -> {
            try {
                return act.apply(in);
            } catch (IllegalArgumentException | InvalidRecordsException | InvalidZoneFileException e) {
                throw new WrongUsageException(e.getMessage());
            }
        });
    }

    private static Parameter name() {
        return Parameter.subject(NAME, "string", true);
    }

    private static Parameter hosts() {
        return Parameter.subject(NAME_SERVERS, "string[]", true);
    }

    private static Parameter keys() {
        return Parameter.subject(KEYS, "json", true);
    }

    private static Parameter allowDs() {
        return Parameter.limit(Guard.DS.option(), "boolean", "false");
    }

    private static JsonNode keys(CompositeInput in) {
        return in.<JsonNode>value(KEYS).orElseThrow();
    }

    private static List<Parameter> records(boolean apply) {
        return apply ? parameters(RunParameter.OPTIONAL, JOURNAL_PARAMETER) : parameters();
    }

    private static List<Parameter> zone(boolean apply) {
        Parameter updates = ZoneGuards.parameter(Guard.RUN_UPDATES);
        Parameter deletes = ZoneGuards.parameter(Guard.RUN_DELETES);
        return apply
                ? parameters(RunParameter.OPTIONAL, JOURNAL_PARAMETER)
                : parameters(JOURNAL_PARAMETER, updates, deletes);
    }

    private static List<Parameter> parameters(Parameter... more) {
        List<Parameter> parameters =
                new ArrayList<>(List.of(name(), Parameter.subject(RECORDS, CompositeInput.OBJECT, true)));
        parameters.addAll(List.of(more));
        parameters.addAll(ZoneGuards.ownershipParameters());
        return ZoneGuards.parameters(parameters.toArray(Parameter[]::new));
    }

    private static RecordSetsRequest request(CompositeInput in) {
        return new RecordSetsRequest(
                in.domain(NAME),
                RecordSetBodies.read(in.domain(NAME), in.value(RECORDS).orElseThrow()),
                ZoneGuards.ownership(in),
                ZoneGuards.settings(in),
                journal(in));
    }

    private static ZoneWish wish(CompositeInput in) {
        return new ZoneWish(
                in.domain(NAME),
                ZoneBodies.records(in.domain(NAME), in.value(RECORDS).orElseThrow()),
                ZoneGuards.ownership(in),
                ZoneGuards.settings(in));
    }

    private static ZoneJournal journal(CompositeInput in) {
        Object given = in.value(JOURNAL).orElseGet(ZoneJournal::none);
        if (given instanceof ZoneJournal journal) {
            return journal;
        }
        throw new WrongUsageException(
                "zoneJournal has to be a " + ZoneJournal.class.getName() + " of the same program; nothing was written");
    }
}
