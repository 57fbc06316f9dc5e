// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.ListStrategy;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.Repeat;
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
    private static final String NAME = "/domain/{serviceName}";
    private static final String SERVERS = NAME + "/nameServer";
    private static final String GLUE = NAME + "/glueRecord";
    private static final String GLUE_HOST = GLUE + "/{host}";
    private static final String DS = NAME + "/dsRecord";

    private final OvhApi api;

    DelegationCalls(OvhApi api) {
        this.api = api;
    }

    /** {@code nameServerType}, {@code hostSupported} and others. */
    JsonNode name(DomainName name) {
        return api.send(ApiCall.get(ApiPath.of(NAME, name)).onRoute(NAME, "domain:apiovh:get"))
                .json();
    }

    void serveElsewhere(DomainName name) {
        api.send(ApiCall.put(ApiPath.of(NAME, name), Map.of("nameServerType", "external"))
                .onRoute(NAME, "domain:apiovh:edit"));
    }

    /** The current or future name servers, without those that are being removed. */
    List<NameServerHost> nameServers(DomainName name) {
        return list(SERVERS, name, "{id}").stream()
                .filter(each -> !each.path("toDelete").asBoolean())
                .map(each -> new NameServerHost(
                        each.path("host").asText(), each.path("ip").asText(null)))
                .toList();
    }

    private List<JsonNode> list(String route, DomainName name, String placeholder) {
        String path = ApiPath.of(route, name);
        return api.list(
                        new ListRequest(
                                path,
                                List.of(),
                                path + "/" + placeholder,
                                Set.of(ListStrategy.BATCH, ListStrategy.SINGLE),
                                0,
                                0),
                        JsonNode.class)
                .found();
    }

    DomainTask replaceNameServers(DomainName name, List<NameServerHost> hosts) {
        String route = NAME + "/nameServers/update";
        List<Map<String, String>> entries = new ArrayList<>();
        for (NameServerHost host : hosts) {
            Map<String, String> entry = new HashMap<>();
            entry.put("host", host.host());
            entry.put("ip", host.ip());
            entries.add(entry);
        }
        return post(route, ApiPath.of(route, name), Map.of("nameServers", entries), "nameServer/edit");
    }

    /** The addresses of a glue record; empty if there is none. */
    Optional<Set<String>> glue(DomainName name, String host) {
        try {
            JsonNode record = api.send(ApiCall.get(ApiPath.of(GLUE_HOST, name, host))
                            .onRoute(GLUE_HOST, "domain:apiovh:glueRecord/get"))
                    .json();
            Set<String> ips = new TreeSet<>();
            record.path("ips").forEach(ip -> ips.add(ip.asText()));
            return Optional.of(ips);
        } catch (OvhNotFoundException e) {
            return Optional.empty();
        }
    }

    DomainTask addGlue(DomainName name, String host, List<String> ips) {
        return post(GLUE, ApiPath.of(GLUE, name), Map.of("host", host, "ips", ips), "glueRecord/create");
    }

    DomainTask changeGlue(DomainName name, String host, List<String> ips) {
        String route = GLUE_HOST + "/update";
        return post(route, ApiPath.of(route, name, host), Map.of("ips", ips), "glueRecord/edit");
    }

    DomainTask deleteGlue(DomainName name, String host) {
        return api.send(ApiCall.delete(ApiPath.of(GLUE_HOST, name, host))
                        .onRoute(GLUE_HOST, "domain:apiovh:glueRecord/delete"))
                .as(DomainTask.class);
    }

    /** The keys that the registry has, or will have. */
    List<DsKey> keys(DomainName name) {
        return list(DS, name, "{id}").stream()
                .map(each -> new DsKey(
                        each.path("algorithm").asInt(),
                        each.path("flags").asInt(),
                        each.path("tag").asInt(),
                        each.path("publicKey").asText()))
                .toList();
    }

    DomainTask replaceKeys(DomainName name, List<DsKey> keys) {
        return post(DS, ApiPath.of(DS, name), Map.of("keys", keys), "dsRecord/create");
    }

    String dnssec(DomainName zone) {
        String route = "/domain/zone/{zoneName}/dnssec";
        return api.send(ApiCall.get(ApiPath.of(route, zone)).onRoute(route, "dnsZone:apiovh:dnssec/get"))
                .json()
                .path("status")
                .asText();
    }

    void switchDnssec(DomainName zone, boolean on) {
        String route = "/domain/zone/{zoneName}/dnssec";
        String path = ApiPath.of(route, zone);
        api.send(
                on
                        ? ApiCall.post(path, null, Repeat.ONCE).onRoute(route, "dnsZone:apiovh:dnssec/create")
                        : ApiCall.delete(path).onRoute(route, "dnsZone:apiovh:dnssec/delete"));
    }

    DomainTask task(DomainName name, long id) {
        String route = NAME + "/task/{id}";
        return api.send(ApiCall.get(ApiPath.of(route, name, id)).onRoute(route, "domain:apiovh:task/get"))
                .as(DomainTask.class);
    }

    private DomainTask post(String route, String path, Object body, String right) {
        return api.send(ApiCall.post(path, body, Repeat.ONCE).onRoute(route, "domain:apiovh:" + right))
                .as(DomainTask.class);
    }
}
