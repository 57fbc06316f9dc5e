// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.ListStrategy;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.QueryParameter;
import io.github.camelovh.domain.api.Repeat;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls under {@code /domain/zone/{zoneName}} for reading and writing a zone, one method each. Thread-safe. */
final class ZoneCalls {
    private static final String ZONE = "/domain/zone/{zoneName}";
    private static final String RECORDS = ZONE + "/record";
    private static final String RECORD = RECORDS + "/{id}";
    private static final Set<ListStrategy> ANY = Set.of(ListStrategy.PAGES, ListStrategy.BATCH, ListStrategy.SINGLE);

    /** The page size of OVHcloud's own console. */
    private static final int PAGE = 5_000;

    private final OvhApi api;

    ZoneCalls(OvhApi api) {
        this.api = api;
    }

    String export(DomainName zone) {
        return api.send(read(zone, "/export", "export/get")).text();
    }

    /** The serial, and the meaning of a TTL of 0. */
    record Authority(long serial, long ttl) {}

    Authority authority(DomainName zone) {
        return api.send(read(zone, "/soa", "soa/get")).as(Authority.class);
    }

    ZoneStatus status(DomainName zone) {
        return api.send(read(zone, "/status", "status/get")).as(ZoneStatus.class);
    }

    private static ApiCall read(DomainName zone, String what, String right) {
        return ApiCall.get(ApiPath.of(ZONE + what, zone)).onRoute(ZONE + what, "dnsZone:apiovh:" + right);
    }

    /** All records, with their ids. A record that was deleted between list and read is left out. */
    List<HeldRecord> records(DomainName zone, ZoneReading reading) {
        Set<ListStrategy> ways =
                switch (reading) {
                    case PAGES -> Set.of(ListStrategy.PAGES);
                    case BATCH -> Set.of(ListStrategy.BATCH);
                    case SINGLE -> Set.of(ListStrategy.SINGLE);
                    case EXPORT, IDS -> ANY;
                };
        return records(zone, List.of(), ways);
    }

    /** The records of one name, with their ids. */
    List<HeldRecord> recordsOf(DomainName zone, String subDomain) {
        return records(
                zone,
                List.of(new QueryParameter("subDomain", subDomain)),
                Set.of(ListStrategy.BATCH, ListStrategy.SINGLE));
    }

    private List<HeldRecord> records(DomainName zone, List<QueryParameter> filter, Set<ListStrategy> ways) {
        ListRequest request = new ListRequest(
                ApiPath.of(RECORDS, zone), filter, ApiPath.of(ZONE, zone) + "/record/{id}", ways, PAGE, 0);
        return api.list(request, JsonNode.class).found().stream()
                .map(HeldRecord::of)
                .flatMap(Optional::stream)
                .toList();
    }

    void create(DomainName zone, ZoneRecord record) {
        api.send(ApiCall.post(
                        ApiPath.of(RECORDS, zone),
                        Map.of(
                                "fieldType", record.type().name(),
                                "subDomain", record.subDomain(),
                                "target", record.target(),
                                "ttl", record.ttl()),
                        Repeat.ONCE)
                .onRoute(RECORDS, "dnsZone:apiovh:record/create"));
    }

    void update(DomainName zone, long id, ZoneRecord record) {
        api.send(ApiCall.put(
                        ApiPath.of(RECORD, zone, id),
                        Map.of(
                                "subDomain", record.subDomain(),
                                "target", record.target(),
                                "ttl", record.ttl()))
                .onRoute(RECORD, "dnsZone:apiovh:record/edit"));
    }

    /** Deletes a record; a record that does not exist any more is not an error. */
    void delete(DomainName zone, long id) {
        try {
            api.send(ApiCall.delete(ApiPath.of(RECORD, zone, id)).onRoute(RECORD, "dnsZone:apiovh:record/delete"));
        } catch (OvhNotFoundException e) {
            return;
        }
    }

    void refresh(DomainName zone) {
        String route = ZONE + "/refresh";
        api.send(ApiCall.post(ApiPath.of(route, zone), null, Repeat.REPEATABLE)
                .onRoute(route, "dnsZone:apiovh:refresh"));
    }

    ZoneTask importFile(DomainName zone, String zoneFile) {
        String route = ZONE + "/import";
        return api.send(ApiCall.post(ApiPath.of(route, zone), Map.of("zoneFile", zoneFile), Repeat.ONCE)
                        .onRoute(route, "dnsZone:apiovh:import"))
                .as(ZoneTask.class);
    }

    /** The ids of all tasks of a function that the zone has or had. */
    List<Long> tasks(DomainName zone, String function) {
        String route = ZONE + "/task";
        return api.send(ApiCall.get(ApiPath.of(route, zone))
                        .withQuery("function", function)
                        .onRoute(route, "dnsZone:apiovh:task/get"))
                .asList(Long.class);
    }

    ZoneTask task(DomainName zone, long id) {
        String route = ZONE + "/task/{id}";
        return api.send(ApiCall.get(ApiPath.of(route, zone, id)).onRoute(route, "dnsZone:apiovh:task/get"))
                .as(ZoneTask.class);
    }
}
