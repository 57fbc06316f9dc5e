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
 * <p>Clients need its base URL and its keys, which are constants here and secret to nobody. Tests ask it what was called
 * and what was sold, set its time and ask it for faults; the same can be done over HTTP under {@code /_sandbox}.
 * Thread-safe.
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
     * Starts a sandbox; it answers when this returns.
     *
     * @throws java.io.UncheckedIOException if the port cannot be had
     * @throws IllegalArgumentException if the rate limit is not understood
     * @throws IllegalStateException if the store is not a state of a sandbox
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
        SandboxServer server = new SandboxServer(options.bind(), options.port());
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

    /** The base of API v1, e.g. {@code http://127.0.0.1:18080/1.0}: what clients take for an endpoint. */
    public URI baseUrl() {
        return URI.create(server.origin() + "/1.0");
    }

    /** Scheme, host and port; tokens are given at {@code /auth/oauth2/token} under it. */
    public URI origin() {
        return URI.create(server.origin());
    }

    /**
     * How often an operation was called since the count began, refused calls included.
     *
     * @param route e.g. {@code GET /domain/{serviceName}}, or {@code POST /auth/oauth2/token}
     */
    public long calls(String route) {
        return requestPipeline.journal().count(route);
    }

    /** How many API calls came in since the count began; control routes do not count. */
    public long calls() {
        return requestPipeline.journal().total();
    }

    /** Starts the count of calls anew. */
    public void resetCalls() {
        requestPipeline.journal().clear();
    }

    /** What was called, newest last. */
    public Journal journal() {
        return requestPipeline.journal();
    }

    /** What was ordered, in the order of the orders. */
    public List<SandboxOrder> orders() {
        return requestPipeline.orders();
    }

    /**
     * Holds the count of an operation against what a test expects.
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
     * Holds the orders of a name against what a test expects: exactly one.
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

    /** Asks for a mishap. */
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

    /** Moves the sandbox's time on; what falls due on the way happens, in order, before this returns. */
    public void advance(Duration by) {
        requestPipeline.advance(by);
    }

    /** Sets the sandbox's time, so that clients drift. */
    public void setClock(Instant now) {
        requestPipeline.setClock(now);
    }

    /** Takes IAM actions from the service account, e.g. {@code domain:apiovh:*}; none gives all back. */
    public void refuseActions(String... actions) {
        requestPipeline.refuseActions(List.of(actions));
    }

    /**
     * The port on loopback where DNS queries are answered, over UDP and TCP, by those name servers that a name is delegated
     * to: OVHcloud's or, for a name at another registrar or one that kept its name servers, those there.
     *
     * @throws IllegalStateException if {@link SandboxOptions#withDnsPort} did not ask for one
     */
    public int dnsPort() {
        return port(dns);
    }

    /**
     * The same for OVHcloud's own name servers: they answer from the zones of the account, whomever a name is delegated to.
     *
     * @throws IllegalStateException if {@link SandboxOptions#withOvhDnsPort} did not ask for one
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
     * What OVHcloud's name servers have of a zone, in the form of a zone file with whole names and a time to live on each line; the
     * SOA first. What was edited since the last refresh is not in it.
     *
     * @throws IllegalArgumentException if there is no such zone
     */
    public List<String> servedRecords(String zone) {
        return requestPipeline.inside(() -> account.served(zone)
                .map(ServedZone::lines)
                .orElseThrow(() -> new IllegalArgumentException("The sandbox has no zone " + zone)));
    }

    /** Goes back to the state right after start. */
    public void reset() {
        requestPipeline.reset();
    }

    /** Stops answering and frees the port. */
    @Override
    public void close() {
        Stream.of(dns, ovhDns).filter(Objects::nonNull).forEach(DnsServer::close);
        server.close();
    }
}
