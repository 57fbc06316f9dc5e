// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The calls about a name's name servers, glue records and DNSSEC keys at the registry, one method each. Thread-safe.
 */
final class DelegationCalls {
    private static final Operation GET = OperationCatalog.row("domain:get");
    private static final Operation UPDATE = OperationCatalog.row("domain:update");
    private static final Operation LIST_SERVERS = OperationCatalog.row("dns:listNameServers");
    private static final Operation REPLACE_SERVERS = OperationCatalog.row("dns:updateNameServers");
    private static final Operation GET_GLUE = OperationCatalog.row("dns:getGlueRecord");
    private static final Operation ADD_GLUE = OperationCatalog.row("dns:addGlueRecord");
    private static final Operation UPDATE_GLUE = OperationCatalog.row("dns:updateGlueRecord");
    private static final Operation DELETE_GLUE = OperationCatalog.row("dns:deleteGlueRecord");
    private static final Operation LIST_KEYS = OperationCatalog.row("dns:listDsRecords");
    private static final Operation REPLACE_KEYS = OperationCatalog.row("dns:replaceDsRecords");
    private static final Operation GET_DNSSEC = OperationCatalog.row("dns:getDnssec");
    private static final Operation ENABLE_DNSSEC = OperationCatalog.row("dns:enableDnssec");
    private static final Operation DISABLE_DNSSEC = OperationCatalog.row("dns:disableDnssec");
    private static final Operation GET_TASK = OperationCatalog.row("domain:getTask");

    private final OvhApi api;

    DelegationCalls(OvhApi api) {
        this.api = api;
    }

    /** {@code nameServerType}, {@code hostSupported} and others. */
    JsonNode name(DomainName name) {
        return api.send(ApiCall.of(GET, name)).json();
    }

    void serveElsewhere(DomainName name) {
        api.send(ApiCall.of(UPDATE, name).withBody(Map.of("nameServerType", "external")));
    }

    /** The current or future name servers, without those that are being removed. */
    List<NameServerHost> nameServers(DomainName name) {
        return list(LIST_SERVERS, name).stream()
                .filter(each -> !each.path("toDelete").asBoolean())
                .map(each -> new NameServerHost(
                        each.path("host").asText(), each.path("ip").asText(null)))
                .toList();
    }

    private List<JsonNode> list(Operation operation, DomainName name) {
        return api.list(ListRequest.of(operation, name), JsonNode.class).found();
    }

    DomainTask replaceNameServers(DomainName name, List<NameServerHost> hosts) {
        List<Map<String, String>> entries = new ArrayList<>();
        for (NameServerHost host : hosts) {
            Map<String, String> entry = new HashMap<>();
            entry.put("host", host.host());
            entry.put("ip", host.ip());
            entries.add(entry);
        }
        return taskOf(ApiCall.of(REPLACE_SERVERS, name).withBody(Map.of("nameServers", entries)));
    }

    /** The addresses of a glue record; empty if there is none. */
    Optional<Set<String>> glue(DomainName name, String host) {
        try {
            JsonNode record = api.send(ApiCall.of(GET_GLUE, name, host)).json();
            Set<String> ips = new TreeSet<>();
            record.path("ips").forEach(ip -> ips.add(ip.asText()));
            return Optional.of(ips);
        } catch (OvhNotFoundException e) {
            return Optional.empty();
        }
    }

    DomainTask addGlue(DomainName name, String host, List<String> ips) {
        return taskOf(ApiCall.of(ADD_GLUE, name).withBody(Map.of("host", host, "ips", ips)));
    }

    DomainTask changeGlue(DomainName name, String host, List<String> ips) {
        return taskOf(ApiCall.of(UPDATE_GLUE, name, host).withBody(Map.of("ips", ips)));
    }

    DomainTask deleteGlue(DomainName name, String host) {
        return taskOf(ApiCall.of(DELETE_GLUE, name, host));
    }

    /** The keys that the registry has, or will have. */
    List<DsKey> keys(DomainName name) {
        return list(LIST_KEYS, name).stream()
                .map(each -> new DsKey(
                        each.path("algorithm").asInt(),
                        each.path("flags").asInt(),
                        each.path("tag").asInt(),
                        each.path("publicKey").asText()))
                .toList();
    }

    DomainTask replaceKeys(DomainName name, List<DsKey> keys) {
        return taskOf(ApiCall.of(REPLACE_KEYS, name).withBody(Map.of("keys", keys)));
    }

    String dnssec(DomainName zone) {
        return api.send(ApiCall.of(GET_DNSSEC, zone)).json().path("status").asText();
    }

    void switchDnssec(DomainName zone, boolean on) {
        api.send(ApiCall.of(on ? ENABLE_DNSSEC : DISABLE_DNSSEC, zone));
    }

    DomainTask task(DomainName name, long id) {
        return taskOf(ApiCall.of(GET_TASK, name, id));
    }

    private DomainTask taskOf(ApiCall call) {
        return api.send(call).as(DomainTask.class);
    }
}
