// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The DNS data of a name at its registry: name servers, glue records, DNSSEC keys. All changes are tasks that take
 * minutes to a day. Each method compares first and sends nothing if there is no difference. Thread-safe.
 *
 * <p>Every method throws {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud refuses.
 */
public final class Delegations {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Set<String> OVER = Set.of("done", "cancelled", "error", "problem");

    private final DelegationCalls calls;
    private final Sleeper sleeper;
    private final LongSupplier nanos;

    /**
     * For one account.
     *
     * @param sleeper for the waits
     * @param nanos measures them
     */
    public Delegations(OvhApi api, Sleeper sleeper, LongSupplier nanos) {
        this.calls = new DelegationCalls(api);
        this.sleeper = sleeper;
        this.nanos = nanos;
    }

    /**
     * Sets the name servers of a name, replacing all current ones. A name with OVHcloud's own name servers is set to
     * {@code external} first, because otherwise OVHcloud restores its own.
     *
     * @param hosts at least one; registries require two to thirteen
     * @param patience how long to wait for the task's end; zero returns at once
     */
    public DelegationChange setNameServers(DomainName name, List<NameServerHost> hosts, Duration patience) {
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("No name server was given for " + name + "; nothing was changed");
        }
        if (same(calls.nameServers(name), hosts)) {
            return new DelegationChange(false, null, name + " has these name servers already");
        }
        if ("hosted".equals(calls.name(name).path("nameServerType").asText())) {
            calls.serveElsewhere(name);
        }
        return sent(
                name,
                "name servers of " + name + ": " + hosts,
                () -> calls.replaceNameServers(name, hosts),
                () -> same(calls.nameServers(name), hosts),
                patience);
    }

    /**
     * What {@link #setNameServers} would change. Changes nothing.
     *
     * @return a line for the user; empty if there is no difference
     */
    public Optional<String> compareNameServers(DomainName name, List<NameServerHost> hosts) {
        List<NameServerHost> held = calls.nameServers(name);
        return same(held, hosts)
                ? Optional.empty()
                : Optional.of("name servers " + words(held) + " -> " + words(hosts));
    }

    private static String words(List<NameServerHost> hosts) {
        return hosts.isEmpty()
                ? "none"
                : hosts.stream().map(NameServerHost::toString).sorted().collect(Collectors.joining(", "));
    }

    /** A host without a requested address matches any address. */
    private static boolean same(List<NameServerHost> held, List<NameServerHost> wished) {
        Set<NameServerHost> exact = Set.copyOf(held);
        Set<String> hosts = held.stream().map(NameServerHost::host).collect(Collectors.toSet());
        return hosts.equals(wished.stream().map(NameServerHost::host).collect(Collectors.toSet()))
                && wished.stream().allMatch(each -> each.ip() == null || exact.contains(each));
    }

    /**
     * Sets the addresses of a host under the name at the registry: a glue record if the registry has host objects,
     * otherwise the address of the name server.
     *
     * @param host such as {@code ns1.example.com}
     * @param ips none removes the glue record
     */
    public DelegationChange setGlue(DomainName name, String host, List<String> ips, Duration patience) {
        String wanted = new NameServerHost(host, null).host();
        if (!wanted.endsWith("." + name.ascii())) {
            throw new IllegalArgumentException(
                    host + " is not under " + name + ", so it needs no glue record there; nothing was changed");
        }
        JsonNode state = calls.name(name);
        refuseWhatTheRegistryCannot(name, state, ips);
        return state.path("hostSupported").asBoolean()
                ? hostObject(name, wanted, ips, patience)
                : addressBeside(name, wanted, ips, patience);
    }

    private static void refuseWhatTheRegistryCannot(DomainName name, JsonNode state, List<String> ips) {
        if (ips.size() > 1 && !state.path("glueRecordMultiIpSupported").asBoolean()) {
            throw new IllegalArgumentException(
                    "The registry of " + name + " accepts one address per host, not " + ips + "; nothing was changed");
        }
        if (ips.stream().anyMatch(ip -> ip.contains(":"))
                && !state.path("glueRecordIpv6Supported").asBoolean()) {
            throw new IllegalArgumentException(
                    "The registry of " + name + " accepts no IPv6 address for a host; nothing was changed");
        }
    }

    private DelegationChange hostObject(DomainName name, String host, List<String> ips, Duration patience) {
        Optional<Set<String>> held = calls.glue(name, host);
        Set<String> wished = new TreeSet<>(ips);
        if (held.orElse(Set.of()).equals(wished)) {
            return new DelegationChange(false, null, host + " has these addresses already");
        }
        Supplier<DomainTask> send = () -> {
            if (ips.isEmpty()) {
                return calls.deleteGlue(name, host);
            }
            return held.isPresent() ? calls.changeGlue(name, host, ips) : calls.addGlue(name, host, ips);
        };
        return sent(
                name,
                "glue record " + host + ": " + wished,
                send,
                () -> calls.glue(name, host).orElse(Set.of()).equals(wished),
                patience);
    }

    private DelegationChange addressBeside(DomainName name, String host, List<String> ips, Duration patience) {
        List<NameServerHost> hosts = new ArrayList<>();
        boolean found = false;
        for (NameServerHost each : calls.nameServers(name)) {
            boolean it = each.host().equals(host);
            found |= it;
            hosts.add(it ? new NameServerHost(host, ips.isEmpty() ? null : ips.get(0)) : each);
        }
        if (!found) {
            throw new IllegalArgumentException("The registry of " + name + " stores addresses with name servers,"
                    + " and " + host + " is not a name server of " + name + "; set it as a name server with its"
                    + " address instead."
                    + " Nothing was changed");
        }
        return setNameServers(name, hosts, patience);
    }

    /**
     * Sets the DNSSEC keys at the registry; none removes DNSSEC from the name. For names with name servers elsewhere;
     * for OVHcloud's own, {@link #setDnssec} does everything.
     *
     * @param settings must open {@link Guard#DS}: wrong keys make the whole name unreachable
     * @throws ZoneRefusedException if they do not
     */
    public DelegationChange setDs(DomainName name, List<DsKey> keys, GuardSettings settings, Duration patience) {
        Set<DsKey> wished = Set.copyOf(keys);
        if (compareDs(name, keys).isEmpty()) {
            return new DelegationChange(false, null, name + " has these keys already");
        }
        List<GuardBreach> breaches = Guards.ofDs(name, true, settings);
        if (!breaches.isEmpty()) {
            throw new ZoneRefusedException(
                    null, breaches, "The keys of " + name + " were not changed: " + sentences(breaches));
        }
        return sent(
                name,
                "keys of " + name + ": " + tags(keys),
                () -> calls.replaceKeys(name, keys),
                () -> Set.copyOf(calls.keys(name)).equals(wished),
                patience);
    }

    /**
     * What {@link #setDs} would change. Changes nothing.
     *
     * @return a line for the user; empty if there is no difference
     */
    public Optional<String> compareDs(DomainName name, List<DsKey> keys) {
        List<DsKey> held = calls.keys(name);
        return Set.copyOf(held).equals(Set.copyOf(keys))
                ? Optional.empty()
                : Optional.of("keys at the registry: " + tags(held) + " -> " + tags(keys));
    }

    static String sentences(List<GuardBreach> breaches) {
        return breaches.stream().map(GuardBreach::toString).collect(Collectors.joining("; "));
    }

    private static String tags(List<DsKey> keys) {
        return keys.isEmpty()
                ? "none"
                : keys.stream().map(key -> "tag " + key.tag()).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Tells OVHcloud to sign a zone, or to stop; it manages keys and registry. Takes up to a day.
     *
     * @return the status, such as {@code enabled} or {@code enableInProgress}
     */
    public String setDnssec(DomainName zone, boolean on, Duration patience) {
        String wished = on ? "enabled" : "disabled";
        String moving = on ? "enableInProgress" : "disableInProgress";
        String seen = calls.dnssec(zone);
        if (!seen.equals(wished) && !seen.equals(moving)) {
            try {
                calls.switchDnssec(zone, on);
            } catch (OvhUnknownOutcomeException e) {
                pause(LOOK_AGAIN);
                if (!List.of(wished, moving).contains(calls.dnssec(zone))) {
                    throw e;
                }
            }
            seen = calls.dnssec(zone);
        }
        long begun = nanos.getAsLong();
        while (!seen.equals(wished) && nanos.getAsLong() - begun < patience.toNanos()) {
            pause(LOOK_AGAIN);
            seen = calls.dnssec(zone);
        }
        return seen;
    }

    private DelegationChange sent(
            DomainName name, String what, Supplier<DomainTask> send, BooleanSupplier happened, Duration patience) {
        DomainTask task;
        try {
            task = send.get();
        } catch (OvhUnknownOutcomeException e) {
            pause(LOOK_AGAIN);
            if (!happened.getAsBoolean()) {
                throw e;
            }
            return new DelegationChange(true, null, what + " (the answer was lost; a read shows that it was accepted)");
        }
        long begun = nanos.getAsLong();
        while (task != null && !OVER.contains(task.status()) && nanos.getAsLong() - begun < patience.toNanos()) {
            pause(LOOK_AGAIN);
            task = calls.task(name, task.id());
        }
        String state = task == null ? "" : " (task " + task.id() + " is " + task.status() + ")";
        return new DelegationChange(true, task, what + state);
    }

    private void pause(Duration time) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait was interrupted; the change continues at OVHcloud", e);
        }
    }
}
