// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The options of a sandbox. Immutable; {@code with} methods return changed copies.
 *
 * @param port to listen on; 0 for any free port
 * @param bind host name or address to listen on; the default is loopback
 * @param latency added to each API call
 * @param rateLimit calls per consumer key, e.g. {@code 60/min} or {@code 10/s}; null for no limit
 * @param retryAfter whether the answer to a call over the limit has the header {@code Retry-After}
 * @param domains how many names the account owns at start; with a store, at least as many as it had before
 * @param owners how many owner contacts these names have, in turn; at least 1
 * @param store file that keeps the state over restarts, including names and seed; null for none
 * @param seed of all random values: the same seed and the same calls give the same answers
 * @param taskTime how long a task takes
 * @param transferTime how long a transfer to the account takes; null for as long as a task
 * @param registryTimes whether transfers take as many days as at their registry, instead of {@code transferTime}
 * @param clockWindow how far a timestamp may differ from the sandbox's time
 * @param strictSignatures whether signatures are verified
 * @param publicBaseUrls URLs that callers may sign instead of the URL they call, e.g. {@code https://127.0.0.1}; calls
 * to their hosts are answered too
 * @param batch whether the undocumented batch mode is offered
 * @param pages whether pages of objects are offered
 * @param pagesEverywhere whether all lists of ids offer pages, not only those that are known to do so
 * @param credentialLife of the default consumer key, counted from the start; null for unlimited
 * @param zones number of records by zone name, for zones that the account has besides the zones of its names
 * @param txtQuoting whether a TXT record that is posted without quotes gets quotes
 * @param txtAsDkim whether a TXT record with a DKIM key is returned as type DKIM
 * @param dnsPort port on loopback that answers DNS queries as the name servers to which a name is delegated; 0 for any
 * port, null for none
 * @param ovhDnsPort the same for OVHcloud's own name servers, which answer independent of the delegation
 * @param clock the real time behind the sandbox's own
 */
public record SandboxOptions(
        int port,
        String bind,
        Duration latency,
        String rateLimit,
        boolean retryAfter,
        int domains,
        int owners,
        Path store,
        long seed,
        Duration taskTime,
        Duration transferTime,
        boolean registryTimes,
        Duration clockWindow,
        boolean strictSignatures,
        List<String> publicBaseUrls,
        boolean batch,
        boolean pages,
        boolean pagesEverywhere,
        Duration credentialLife,
        Map<String, Integer> zones,
        boolean txtQuoting,
        boolean txtAsDkim,
        Integer dnsPort,
        Integer ovhDnsPort,
        Clock clock) {

    private static final Pattern ZONE = Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))+");
    private static final int FEWEST_RECORDS = 2;
    private static final int MOST_RECORDS = 1_000_000;

    public SandboxOptions {
        publicBaseUrls = List.copyOf(publicBaseUrls);
        zones = Collections.unmodifiableMap(new LinkedHashMap<>(zones));
        publicBaseUrls.forEach(SandboxOptions::checkUrl);
        checkPort("port", port);
        checkPort("dnsPort", dnsPort == null ? 0 : dnsPort);
        checkPort("ovhDnsPort", ovhDnsPort == null ? 0 : ovhDnsPort);
        zones.forEach((name, records) -> {
            if (!ZONE.matcher(name).matches() || records < FEWEST_RECORDS || records > MOST_RECORDS) {
                throw new IllegalArgumentException("zone " + name + "=" + records
                        + " is not understood: a lower-case domain name and " + FEWEST_RECORDS + " to " + MOST_RECORDS
                        + " records");
            }
        });
        if (owners < 1) {
            throw new IllegalArgumentException("owners " + owners + " is below 1");
        }
        if (domains < 0) {
            throw new IllegalArgumentException("domains " + domains + " is below 0");
        }
        if (latency.isNegative() || taskTime.isNegative() || clockWindow.isNegative()) {
            throw new IllegalArgumentException("latency, taskTime and clockWindow must not be negative");
        }
        if (transferTime != null && (registryTimes || transferTime.isNegative())) {
            throw new IllegalArgumentException(
                    "transferTime must not be negative, and not be given where registries take their own");
        }
    }

    private static void checkUrl(String url) {
        String wrong = "publicBaseUrl " + url + " is not a URL with a host, such as https://127.0.0.1";
        try {
            if (new URI(url).getHost() == null) {
                throw new IllegalArgumentException(wrong);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(wrong, e);
        }
    }

    private static void checkPort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + " " + port + " is not between 0 and 65535");
        }
    }

    /** Any free port on loopback, tasks of two seconds, all checks strict, no stored state. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                "127.0.0.1",
                Duration.ZERO,
                null,
                true,
                0,
                1,
                null,
                1,
                Duration.ofSeconds(2),
                null,
                false,
                Duration.ofSeconds(180),
                true,
                List.of(),
                true,
                true,
                false,
                null,
                Map.of(),
                true,
                false,
                null,
                null,
                Clock.systemUTC());
    }

    public SandboxOptions withPort(int value) {
        return with(draft -> draft.port = value);
    }

    public SandboxOptions withBind(String value) {
        return with(draft -> draft.bind = value);
    }

    public SandboxOptions withLatency(Duration value) {
        return with(draft -> draft.latency = value);
    }

    public SandboxOptions withRateLimit(String value) {
        return with(draft -> draft.rateLimit = value);
    }

    public SandboxOptions withoutRetryAfter() {
        return with(draft -> draft.retryAfter = false);
    }

    public SandboxOptions withDomains(int value) {
        return with(draft -> draft.domains = value);
    }

    public SandboxOptions withOwners(int value) {
        return with(draft -> draft.owners = value);
    }

    public SandboxOptions withStore(Path value) {
        return with(draft -> draft.store = value);
    }

    public SandboxOptions withSeed(long value) {
        return with(draft -> draft.seed = value);
    }

    public SandboxOptions withTaskTime(Duration value) {
        return with(draft -> draft.taskTime = value);
    }

    /** How long a transfer takes after all checks passed, including its owner and its losing registrar. */
    public SandboxOptions withTransferTime(Duration value) {
        return with(draft -> draft.transferTime = value);
    }

    /** Transfers take as many days as at the registry of each extension. */
    public SandboxOptions withRegistryTimes() {
        return with(draft -> draft.registryTimes = true);
    }

    public SandboxOptions withClockWindow(Duration value) {
        return with(draft -> draft.clockWindow = value);
    }

    public SandboxOptions withRelaxedSignatures() {
        return with(draft -> draft.strictSignatures = false);
    }

    public SandboxOptions withPublicBaseUrls(String... value) {
        return with(draft -> draft.publicBaseUrls = List.of(value));
    }

    public SandboxOptions withoutBatch() {
        return with(draft -> draft.batch = false);
    }

    public SandboxOptions withoutPages() {
        return with(draft -> draft.pages = false);
    }

    public SandboxOptions withPagesEverywhere() {
        return with(draft -> draft.pagesEverywhere = true);
    }

    public SandboxOptions withCredentialLife(Duration value) {
        return with(draft -> draft.credentialLife = value);
    }

    /** Adds a zone with this number of records of many types. */
    public SandboxOptions withZone(String name, int records) {
        Map<String, Integer> more = new LinkedHashMap<>(zones);
        more.put(name, records);
        return with(draft -> draft.zones = more);
    }

    public SandboxOptions withTxtQuoting(boolean value) {
        return with(draft -> draft.txtQuoting = value);
    }

    public SandboxOptions withTxtAsDkim() {
        return with(draft -> draft.txtAsDkim = true);
    }

    /** Also answers DNS queries; 0 for any port. */
    public SandboxOptions withDnsPort(int value) {
        return with(draft -> draft.dnsPort = value);
    }

    /** Also answers DNS queries as OVHcloud's own name servers; 0 for any port. */
    public SandboxOptions withOvhDnsPort(int value) {
        return with(draft -> draft.ovhDnsPort = value);
    }

    public SandboxOptions withClock(Clock value) {
        return with(draft -> draft.clock = value);
    }

    private SandboxOptions with(Consumer<SandboxOptionsDraft> change) {
        SandboxOptionsDraft draft = new SandboxOptionsDraft(this);
        change.accept(draft);
        return draft.options();
    }
}
