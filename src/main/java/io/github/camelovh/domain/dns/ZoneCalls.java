// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls for reading and writing a zone, one method each. Thread-safe. */
final class ZoneCalls {
    private static final Operation LIST = OperationCatalog.row("dns:list");
    private static final Operation EXPORT = OperationCatalog.row("dns:exportZone");
    private static final Operation SOA = OperationCatalog.row("dns:getSoa");
    private static final Operation STATUS = OperationCatalog.row("dns:getStatus");
    private static final Operation LIST_RECORDS = OperationCatalog.row("dns:listRecords");
    private static final Operation ADD_RECORD = OperationCatalog.row("dns:addRecord");
    private static final Operation UPDATE_RECORD = OperationCatalog.row("dns:updateRecord");
    private static final Operation DELETE_RECORD = OperationCatalog.row("dns:deleteRecord");
    private static final Operation REFRESH = OperationCatalog.row("dns:refresh");
    private static final Operation IMPORT = OperationCatalog.row("dns:importZone");
    private static final Operation LIST_TASKS = OperationCatalog.row("dns:listTasks");
    private static final Operation GET_TASK = OperationCatalog.row("dns:getTask");

    /** The page size of OVHcloud's own console. */
    private static final int PAGE = 5_000;

    private final OvhApi api;

    ZoneCalls(OvhApi api) {
        this.api = api;
    }

    /** All zones of the account. */
    List<DomainName> zones() {
        return api.send(ApiCall.of(LIST)).asList(String.class).stream()
                .map(DomainName::of)
                .toList();
    }

    String export(DomainName zone) {
        return api.send(ApiCall.of(EXPORT, zone)).text();
    }

    /** The serial, and the meaning of a TTL of 0. */
    record Authority(long serial, long ttl) {}

    Authority authority(DomainName zone) {
        return api.send(ApiCall.of(SOA, zone)).as(Authority.class);
    }

    ZoneStatus status(DomainName zone) {
        return api.send(ApiCall.of(STATUS, zone)).as(ZoneStatus.class);
    }

    /** All records, with their ids. A record that was deleted between list and read is left out. */
    List<HeldRecord> records(DomainName zone, ZoneReading reading) {
        Set<ListStrategy> ways =
                switch (reading) {
                    case PAGES -> Set.of(ListStrategy.PAGES);
                    case BATCH -> Set.of(ListStrategy.BATCH);
                    case SINGLE -> Set.of(ListStrategy.SINGLE);
                    case EXPORT, IDS -> LIST_RECORDS.lists();
                };
        return records(ListRequest.of(LIST_RECORDS, zone).offering(ways));
    }

    /** The records of one name, with their ids. */
    List<HeldRecord> recordsOf(DomainName zone, String subDomain) {
        return records(ListRequest.of(LIST_RECORDS, zone)
                .withQuery("subDomain", subDomain)
                .offering(Set.of(ListStrategy.BATCH, ListStrategy.SINGLE)));
    }

    private List<HeldRecord> records(ListRequest request) {
        return api.list(request.withPageSize(PAGE), JsonNode.class).found().stream()
                .map(ZoneCalls::record)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<HeldRecord> record(JsonNode told) {
        try {
            return HeldRecord.of(told);
        } catch (IllegalArgumentException e) {
            throw OvhServerFaultException.unusable(
                    LIST_RECORDS.route(), "OVHcloud told a record that cannot be used: " + e.getMessage(), e);
        }
    }

    void create(DomainName zone, ZoneRecord record) {
        api.send(ApiCall.of(ADD_RECORD, zone)
                .withBody(Map.of(
                        "fieldType", record.type().name(),
                        "subDomain", record.subDomain(),
                        "target", record.target(),
                        "ttl", record.ttl())));
    }

    void update(DomainName zone, long id, ZoneRecord record) {
        api.send(ApiCall.of(UPDATE_RECORD, zone, id)
                .withBody(Map.of(
                        "subDomain", record.subDomain(),
                        "target", record.target(),
                        "ttl", record.ttl())));
    }

    /** Deletes a record; a record that does not exist any more is not an error. */
    void delete(DomainName zone, long id) {
        try {
            api.send(ApiCall.of(DELETE_RECORD, zone, id));
        } catch (OvhNotFoundException e) {
            return;
        }
    }

    void refresh(DomainName zone) {
        api.send(ApiCall.of(REFRESH, zone));
    }

    ZoneTask importFile(DomainName zone, String zoneFile) {
        return api.send(ApiCall.of(IMPORT, zone).withBody(Map.of("zoneFile", zoneFile)))
                .as(ZoneTask.class);
    }

    /** The ids of all tasks of a function that the zone has or had. */
    List<Long> tasks(DomainName zone, String function) {
        return api.send(ApiCall.of(LIST_TASKS, zone).withQuery("function", function))
                .asList(Long.class);
    }

    ZoneTask task(DomainName zone, long id) {
        return api.send(ApiCall.of(GET_TASK, zone, id)).as(ZoneTask.class);
    }
}
