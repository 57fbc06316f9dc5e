// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.desired.TargetChange;
import io.github.camelovh.domain.desired.Targets;
import io.github.camelovh.domain.dns.Delegations;
import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.NameServerHost;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The operations on name servers, glue records and DNSSEC keys at the registry. Thread-safe. */
final class DelegationOperations {
    private static final String NAME = "serviceName";
    private static final Parameter WAIT = Parameter.wish("wait", CompositeInput.WAIT);

    private DelegationOperations() {}

    static List<CompositeOperation> of(Delegations delegations, Targets targets) {
        return List.of(
                composite(
                        "setNameServers",
                        List.of(name(), Parameter.subject("nameServers", "string[]", true), WAIT, Through.PARAMETER),
                        "the change that set these name servers (host, or host/address), and no others",
                        in -> Through.target(in)
                                ? Through.change(targets, in, NAME, new TargetChange.NameServers(hosts(in)))
                                : delegations.setNameServers(in.domain(NAME), hosts(in), patience(in))),
                composite(
                        "setGlue",
                        List.of(
                                name(),
                                Parameter.subject("host", "string", true),
                                Parameter.subject("ips", "string[]", true),
                                DnsOperations.ALLOW_DELETE,
                                WAIT,
                                Through.PARAMETER),
                        "the change that set the addresses of a host under the name; ips as an empty list, with allowDelete,"
                                + " removes the host",
                        in -> setGlue(delegations, targets, in)),
                composite(
                        "setDs",
                        List.of(
                                name(),
                                Parameter.subject("keys", "json", true),
                                Parameter.limit(Guard.DS.option(), "boolean", "false"),
                                WAIT,
                                Through.PARAMETER),
                        "the change that set these DNSSEC keys at the registry (algorithm, flags, tag, publicKey)",
                        in -> setDs(delegations, targets, in)),
                composite(
                        "setDnssec",
                        List.of(
                                Parameter.subject("zoneName", "string", true),
                                Parameter.wish("enabled", "boolean").needed(),
                                WAIT),
                        "the DNSSEC status after telling OVHcloud to sign the zone, or to stop",
                        in -> delegations.setDnssec(in.domain("zoneName"), in.isSet("enabled"), patience(in))));
    }

    private static CompositeOperation composite(
            String name, List<Parameter> parameters, String answer, Function<CompositeInput, Object> act) {
        return new CompositeOperation("dns", name, parameters, answer, in -> {
            try {
                return act.apply(in);
            } catch (IllegalArgumentException e) {
                throw new WrongUsageException(e.getMessage());
            }
        });
    }

    private static Parameter name() {
        return Parameter.subject(NAME, "string", true);
    }

    private static Duration patience(CompositeInput in) {
        return in.<Duration>value("wait").orElse(Duration.ZERO);
    }

    /** Given as a list, or as a text with commas or blanks between the hosts. */
    static List<NameServerHost> hosts(CompositeInput in) {
        return in.<List<String>>value("nameServers").orElseThrow().stream()
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .map(NameServerHost::of)
                .toList();
    }

    private static Object setGlue(Delegations delegations, Targets targets, CompositeInput in) {
        String host = in.text("host").orElseThrow();
        List<String> ips = in.<List<String>>value("ips").orElseThrow();
        if (ips.isEmpty() && !in.isSet(DnsOperations.ALLOW_DELETE.name())) {
            throw new WrongUsageException("dns:setGlue was not begun: there is no address of " + host
                    + "; allowDelete=true removes the host");
        }
        return Through.target(in)
                ? Through.change(targets, in, NAME, new TargetChange.Host(host, ips))
                : delegations.setGlue(in.domain(NAME), host, ips, patience(in));
    }

    private static Object setDs(Delegations delegations, Targets targets, CompositeInput in) {
        JsonNode keys = in.<JsonNode>value("keys").orElseThrow();
        return Through.target(in)
                ? Through.change(targets, in, NAME, TargetOperations.keys(keys, in, in.domain(NAME)))
                : delegations.setDs(in.domain(NAME), TargetOperations.keys(keys), guards(in), patience(in));
    }

    static GuardSettings guards(CompositeInput in) {
        return in.isSet(Guard.DS.option()) ? GuardSettings.DEFAULT.opening(Guard.DS) : GuardSettings.DEFAULT;
    }
}
