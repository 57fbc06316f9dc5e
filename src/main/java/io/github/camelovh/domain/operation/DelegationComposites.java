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
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.dns.DelegationDesk;
import io.github.camelovh.domain.dns.DsKey;
import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.NameServerHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Name servers, glue records and keys at the registry. Thread-safe. */
final class DelegationComposites {
    private static final String NAME = "serviceName";
    private static final Parameter WAIT = Parameter.local("wait", CompositeInput.WAIT, false);

    private DelegationComposites() {}

    static List<CompositeOperation> of(DelegationDesk desk) {
        return List.of(
                composite(
                        "setNameServers",
                        List.of(name(), Parameter.local("nameServers", "string[]", true), WAIT),
                        "what was changed so that these are the name servers (host, or host/address), and no others",
                        List.of(
                                "dns:listNameServers",
                                "dns:getNameServer",
                                "domain:get",
                                "domain:update",
                                "dns:updateNameServers",
                                "domain:getTask"),
                        in -> desk.setNameServers(in.domain(NAME), hosts(in), patience(in))),
                composite(
                        "setGlue",
                        List.of(
                                name(),
                                Parameter.local("host", "string", true),
                                Parameter.local("ips", "string[]", false),
                                WAIT),
                        "what was changed so that a host under the name has these addresses; none takes them away",
                        List.of(
                                "domain:get",
                                "dns:getGlueRecord",
                                "dns:addGlueRecord",
                                "dns:updateGlueRecord",
                                "dns:deleteGlueRecord",
                                "dns:listNameServers",
                                "dns:getNameServer",
                                "dns:updateNameServers",
                                "domain:getTask"),
                        in -> desk.setGlue(
                                in.domain(NAME),
                                in.text("host").orElseThrow(),
                                in.<List<String>>value("ips").orElse(List.of()),
                                patience(in))),
                composite(
                        "setDs",
                        List.of(
                                name(),
                                Parameter.local("keys", "json", true),
                                Parameter.local(Guard.DS.option(), "boolean", false),
                                WAIT),
                        "what was changed so that the registry vouches for these keys (algorithm, flags, tag, publicKey)",
                        List.of("dns:listDsRecords", "dns:getDsRecord", "dns:replaceDsRecords", "domain:getTask"),
                        in -> desk.setDs(in.domain(NAME), keys(in), guards(in), patience(in))),
                composite(
                        "setDnssec",
                        List.of(
                                Parameter.local("zoneName", "string", true),
                                Parameter.local("enabled", "boolean", true),
                                WAIT),
                        "the status after having OVHcloud sign the zone, or stop",
                        List.of("dns:getDnssec", "dns:enableDnssec", "dns:disableDnssec"),
                        in -> desk.setDnssec(in.domain("zoneName"), in.isSet("enabled"), patience(in))));
    }

    private static CompositeOperation composite(
            String name,
            List<Parameter> parameters,
            String answer,
            List<String> uses,
            Function<CompositeInput, Object> act) {
        return new CompositeOperation("dns", name, parameters, answer, uses, in -> {
            try {
                return act.apply(in);
            } catch (IllegalArgumentException e) {
                throw new WrongUsageException(e.getMessage());
            }
        });
    }

    private static Parameter name() {
        return Parameter.local(NAME, "string", true);
    }

    private static Duration patience(CompositeInput in) {
        return in.<Duration>value("wait").orElse(Duration.ZERO);
    }

    private static List<NameServerHost> hosts(CompositeInput in) {
        return in.<List<String>>value("nameServers").orElseThrow().stream()
                .map(NameServerHost::of)
                .toList();
    }

    private static List<DsKey> keys(CompositeInput in) {
        JsonNode given = in.<JsonNode>value("keys").orElseThrow();
        List<DsKey> keys = new ArrayList<>();
        (given.isArray() ? given : given.path("keys"))
                .forEach(key -> keys.add(new DsKey(
                        key.path("algorithm").asInt(),
                        key.path("flags").asInt(),
                        key.path("tag").asInt(-1),
                        key.path("publicKey").asText())));
        return keys;
    }

    private static GuardSettings guards(CompositeInput in) {
        return in.isSet(Guard.DS.option()) ? GuardSettings.DEFAULT.opening(Guard.DS) : GuardSettings.DEFAULT;
    }
}
