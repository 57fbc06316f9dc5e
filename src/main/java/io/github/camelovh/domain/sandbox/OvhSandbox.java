// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import io.github.camelovh.domain.sandbox.handler.AccountHandlers;
import io.github.camelovh.domain.sandbox.handler.RegistryTimes;
import io.github.camelovh.domain.sandbox.handler.ZoneSettings;
import io.github.camelovh.domain.sandbox.server.Fault;
import io.github.camelovh.domain.sandbox.server.Ids;
import io.github.camelovh.domain.sandbox.server.Journal;
import io.github.camelovh.domain.sandbox.server.KeyRing;
import io.github.camelovh.domain.sandbox.server.RateLimit;
import io.github.camelovh.domain.sandbox.server.RequestPipeline;
import io.github.camelovh.domain.sandbox.server.SandboxClock;
import io.github.camelovh.domain.sandbox.server.SandboxOrder;
import io.github.camelovh.domain.sandbox.server.SandboxServer;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.DnsAnswers;
import io.github.camelovh.domain.sandbox.zone.DnsServer;
import io.github.camelovh.domain.sandbox.zone.ServedZone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running double of OVHcloud's API. It sells nothing: no name is registered, no money moves.
 *
 * <p>Clients need its base URL and its keys. The keys are public constants of this class. Tests read the calls and the
 * orders, set the time and request faults; the routes under {@code /_sandbox} do the same over HTTP. Thread-safe.
 */
public final class OvhSandbox implements AutoCloseable {
    public static final String APPLICATION_KEY = KeyRing.APPLICATION_KEY;
    public static final String APPLICATION_SECRET = KeyRing.APPLICATION_SECRET;
    public static final String CONSUMER_KEY = KeyRing.CONSUMER_KEY;
    public static final String CLIENT_ID = KeyRing.CLIENT_ID;
    public static final String CLIENT_SECRET = KeyRing.CLIENT_SECRET;
    public static final String ACCESS_TOKEN = KeyRing.ACCESS_TOKEN;
    private static final Logger LOG = LoggerFactory.getLogger(OvhSandbox.class);
    private static final String NICHANDLE = "sb1111-ovh";

    private final SandboxServer server;
    private final RequestPipeline requestPipeline;

    private final AccountHandlers account;
    private final DnsServer dns;
    private final DnsServer ovhDns;

    private OvhSandbox(
            SandboxServer server,
            RequestPipeline requestPipeline,
            AccountHandlers account,
            DnsServer dns,
            DnsServer ovhDns) {
        this.server = server;
        this.requestPipeline = requestPipeline;
        this.account = account;
        this.dns = dns;
        this.ovhDns = ovhDns;
    }

    /** Starts a sandbox with {@link SandboxOptions#defaults()}. */
    public static OvhSandbox start() {
        return start(SandboxOptions.defaults());
    }

    /**
     * Starts a sandbox. When this returns, it answers calls.
     *
     * @throws java.io.UncheckedIOException if the port is not available
     * @throws IllegalArgumentException if the rate limit is not valid
     * @throws IllegalStateException if the store does not contain a state of a sandbox
     */
    public static OvhSandbox start(SandboxOptions options) {
        RateLimit limit = RateLimit.of(options.rateLimit(), System::nanoTime);
        SandboxClock clock = new SandboxClock(options.clock());
        SandboxWorld world = new SandboxWorld(
                        clock,
                        new Ids(),
                        options.seed(),
                        options.domains(),
                        options.owners(),
                        options.taskTime(),
                        NICHANDLE)
                .continuing(options.store());
        KeyRing keys = new KeyRing(world, options.credentialLife());
        SandboxServer server = new SandboxServer(options.bind(), options.port(), options.publicBaseUrls());
        DnsServer dns = null;
        try {
            AccountHandlers account = new AccountHandlers(
                    world,
                    new ZoneSettings(options.zones(), options.txtQuoting(), options.txtAsDkim(), server::origin),
                    times(options));
            RequestPipeline requestPipeline = new RequestPipeline(
                    world,
                    keys,
                    List.of(account),
                    limit,
                    server::origin,
                    new RequestPipeline.Settings(
                            options.clockWindow(),
                            options.strictSignatures(),
                            options.publicBaseUrls(),
                            options.batch(),
                            options.pages(),
                            options.pagesEverywhere(),
                            options.latency(),
                            options.retryAfter(),
                            options.store()));
            dns = dns(options.dnsPort(), requestPipeline, new DnsAnswers(account::delegated));
            DnsServer ovhDns = dns(options.ovhDnsPort(), requestPipeline, new DnsAnswers(account::served));
            server.open(requestPipeline);
            OvhSandbox sandbox = new OvhSandbox(server, requestPipeline, account, dns, ovhDns);
            LOG.info("OVH sandbox listening on {}; it sells nothing", sandbox.baseUrl());
            if (dns != null) {
                LOG.info("It answers DNS queries on 127.0.0.1, port {}", dns.port());
            }
            return sandbox;
        } catch (RuntimeException e) {
            if (dns != null) {
                dns.close();
            }
            server.close();
            throw e;
        }
    }

    private static RegistryTimes times(SandboxOptions options) {
        if (options.registryTimes()) {
            return new RegistryTimes(null);
        }
        return new RegistryTimes(options.transferTime() == null ? options.taskTime() : options.transferTime());
    }

    private static DnsServer dns(Integer port, RequestPipeline requestPipeline, DnsAnswers answers) {
        return port == null ? null : new DnsServer(port, query -> requestPipeline.inside(() -> answers.answer(query)));
    }

    /** The base URL of API v1, e.g. {@code http://127.0.0.1:18080/1.0}. Clients use it as the endpoint. */
    public URI baseUrl() {
        return URI.create(server.origin() + "/1.0");
    }

    /** Scheme, host and port. Tokens come from {@code /auth/oauth2/token} under it. */
    public URI origin() {
        return URI.create(server.origin());
    }

    /**
     * How often an operation was called since the last reset of the counts, refused calls included.
     *
     * @param route e.g. {@code GET /domain/{serviceName}}, or {@code POST /auth/oauth2/token}
     */
    public long calls(String route) {
        return requestPipeline.journal().count(route);
    }

    /** How many API calls were received since the last reset of the counts. Calls of control routes do not count. */
    public long calls() {
        return requestPipeline.journal().total();
    }

    /** Resets the counts of calls. */
    public void resetCalls() {
        requestPipeline.journal().clear();
    }

    /** The journal of calls, newest last. */
    public Journal journal() {
        return requestPipeline.journal();
    }

    /** The orders, oldest first. */
    public List<SandboxOrder> orders() {
        return requestPipeline.orders();
    }

    /**
     * Checks that an operation was called exactly {@code expected} times.
     *
     * @throws AssertionError that shows the three nearest lines of the journal
     */
    public void verifyCalls(String route, long expected) {
        long found = calls(route);
        if (found != expected) {
            throw new AssertionError(
                    "Expected " + expected + " call(s) of " + route + ", found " + found + nearest(route));
        }
    }

    /**
     * Checks that exactly one order for the name exists.
     *
     * @throws AssertionError that shows the orders of that name and the nearest lines of the journal
     */
    public void verifySoldOnce(String domain) {
        List<SandboxOrder> sold =
                orders().stream().filter(order -> order.domain().equals(domain)).toList();
        if (sold.size() != 1) {
            throw new AssertionError("Expected one order of " + domain + ", found " + sold.size() + ": " + sold
                    + nearest("POST /order/cart/{cartId}/checkout"));
        }
    }

    private String nearest(String route) {
        return requestPipeline.journal().nearest(route).stream()
                .map(line -> "\n  " + line)
                .collect(Collectors.joining("", "; nearest in the journal:", ""));
    }

    /** Requests a fault. */
    public void fault(Fault fault) {
        requestPipeline.fault(fault);
    }

    public void clearFaults() {
        requestPipeline.clearFaults();
    }

    /** The sandbox's time. */
    public Instant now() {
        return requestPipeline.now();
    }

    /** Moves the sandbox's time forward. All timers that become due run, in order, before this returns. */
    public void advance(Duration by) {
        requestPipeline.advance(by);
    }

    /** Sets the sandbox's time, so that the clocks of clients differ from it. */
    public void setClock(Instant now) {
        requestPipeline.setClock(now);
    }

    /** Removes IAM actions from the service account, e.g. {@code domain:apiovh:*}. No argument restores all actions. */
    public void refuseActions(String... actions) {
        requestPipeline.refuseActions(List.of(actions));
    }

    /**
     * The port on loopback that answers DNS queries, over UDP and TCP, as the name servers to which a name is
     * delegated: OVHcloud's, or those of another registrar.
     *
     * @throws IllegalStateException if {@link SandboxOptions#withDnsPort} did not request a port
     */
    public int dnsPort() {
        return port(dns);
    }

    /**
     * The port that answers DNS queries as OVHcloud's own name servers: from the zones of the account, independent of
     * the delegation.
     *
     * @throws IllegalStateException if {@link SandboxOptions#withOvhDnsPort} did not request a port
     */
    public int ovhDnsPort() {
        return port(ovhDns);
    }

    private static int port(DnsServer server) {
        if (server == null) {
            throw new IllegalStateException("This sandbox was started without a DNS port");
        }
        return server.port();
    }

    /**
     * The records that OVHcloud's name servers have of a zone, as lines of a zone file with full names and a TTL on
     * each line, the SOA first. Edits since the last refresh are not included.
     *
     * @throws IllegalArgumentException if there is no such zone
     */
    public List<String> servedRecords(String zone) {
        return requestPipeline.inside(() -> account.served(zone)
                .map(ServedZone::lines)
                .orElseThrow(() -> new IllegalArgumentException("The sandbox has no zone " + zone)));
    }

    /** Resets everything to the state right after start. */
    public void reset() {
        requestPipeline.reset();
    }

    /** Stops the sandbox and frees the port. */
    @Override
    public void close() {
        Stream.of(dns, ovhDns).filter(Objects::nonNull).forEach(DnsServer::close);
        server.close();
    }
}
