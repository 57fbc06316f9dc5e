// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.desired;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.dns.DsKey;
import io.github.camelovh.domain.dns.NameServerHost;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A change of one part of a name's target ({@code domain.DomainTargetSpec}). It does not contain the rest of the
 * target, so that it can be repeated on a newer target.
 */
public sealed interface TargetChange {

    /**
     * Sets this part of a target, and leaves all others unchanged.
     *
     * @param target of {@code GET /v2/domain/name/{domainName}}, changed in place
     * @param now {@code currentState} of the same answer, for parts that are not set in the target
     */
    void applyTo(ObjectNode target, JsonNode now);

    /**
     * These name servers, and no others.
     *
     * @param hosts at least one; registries require two to thirteen
     */
    record NameServers(List<NameServerHost> hosts) implements TargetChange {
        public NameServers {
            hosts = List.copyOf(hosts);
            if (hosts.isEmpty()) {
                throw new IllegalArgumentException("No name server was given; nothing was changed");
            }
        }

        @Override
        public void applyTo(ObjectNode target, JsonNode now) {
            ArrayNode servers = target.withObjectProperty("dnsConfiguration").putArray("nameServers");
            for (NameServerHost each : hosts) {
                boolean six = each.ip() != null && each.ip().contains(":");
                servers.addObject()
                        .put("nameServer", each.host())
                        .put("ipv4", six ? null : each.ip())
                        .put("ipv6", six ? each.ip() : null);
            }
        }
    }

    /**
     * The addresses of one host under the name, a glue record.
     *
     * @param host such as {@code ns1.example.com}
     * @param ips none removes it
     */
    record Host(String host, List<String> ips) implements TargetChange {
        public Host {
            host = new NameServerHost(host, null).host();
            ips = List.copyOf(ips);
        }

        @Override
        public void applyTo(ObjectNode target, JsonNode now) {
            ObjectNode configuration = target.withObjectProperty("hostsConfiguration");
            JsonNode held = configuration.hasNonNull("hosts")
                    ? configuration.get("hosts")
                    : now.path("hostsConfiguration").path("hosts");
            ArrayNode hosts = configuration.arrayNode();
            for (JsonNode each : held) {
                if (!each.path("host").asText().equalsIgnoreCase(host)) {
                    hosts.addObject().put("host", each.path("host").asText()).set("ips", each.path("ips"));
                }
            }
            if (!ips.isEmpty()) {
                ArrayNode addresses = hosts.addObject().put("host", host).putArray("ips");
                ips.forEach(addresses::add);
            }
            configuration.set("hosts", hosts);
        }
    }

    /**
     * The DNSSEC keys at the registry, and no others.
     *
     * @param keys none removes DNSSEC from the name
     */
    record Keys(List<DsKey> keys) implements TargetChange {
        public Keys {
            keys = List.copyOf(keys);
        }

        @Override
        public void applyTo(ObjectNode target, JsonNode now) {
            ArrayNode data = target.withObjectProperty("dnssecConfiguration").putArray("dsData");
            for (DsKey key : keys) {
                data.addObject()
                        .put("algorithm", key.algorithm())
                        .put("flags", key.flags())
                        .put("keyTag", key.tag())
                        .put("publicKey", key.publicKey());
            }
        }
    }

    /**
     * The transfer lock.
     *
     * @param on whether the name is locked
     */
    record Protection(boolean on) implements TargetChange {
        @Override
        public void applyTo(ObjectNode target, JsonNode now) {
            target.put("protectionState", on ? "PROTECTED" : "UNPROTECTED");
        }
    }

    /**
     * Whether whois discloses one contact. In version 2 it is all or nothing.
     *
     * @param contact {@code owner}, {@code admin}, {@code tech} or {@code billing}
     * @param on whether it is disclosed
     */
    record Disclosed(String contact, boolean on) implements TargetChange {
        private static final Map<String, String> MEMBERS = Map.of(
                "owner", "contactOwner",
                "admin", "contactAdministrator",
                "tech", "contactTechnical",
                "billing", "contactBilling");

        public Disclosed {
            Objects.requireNonNull(contact);
            if (!MEMBERS.containsKey(contact)) {
                throw new IllegalArgumentException("There is no contact \"" + contact
                        + "\" in version 2. The contacts are owner, admin, tech and billing; nothing was changed");
            }
        }

        @Override
        public void applyTo(ObjectNode target, JsonNode now) {
            target.withObjectProperty("contactsConfiguration")
                    .withObjectProperty(MEMBERS.get(contact))
                    .withObjectProperty("disclosurePolicy")
                    .put("disclosureConfiguration", on ? "DISCLOSED" : "REDACTED");
        }
    }
}
