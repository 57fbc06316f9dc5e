// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.catalog.HttpMethod;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Repeat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;

/**
 * OVHcloud's API for one account: signs, limits the rate, sends, retries where that is safe, and turns refusals into
 * {@link OvhApiException}s.
 *
 * <p>Thread-safe; one object per account, because it has the account's limiter, clock and token.
 *
 * @see <a href="https://help.ovhcloud.com/csm/en-gb-api-getting-started-ovhcloud-api">First steps with the API</a>
 */
public final class OvhApi implements AutoCloseable {
    private static final Operation TIME = OperationCatalog.row("api:getTime");
    private static final Authorizer NOBODY = new Authorizer(null, null, null);

    private final OvhApiSettings settings;
    private final Transport transport;
    private final Limiter limiter;
    private final CallExecutor exchange;
    private final Supplier<OutageDetector> newDetector;
    private final OutageDetector outages;
    private final ServerClock clock;
    private final Authorizer authorizer;
    private final Lister lister;

    /**
     * An API over any transport. All dependencies on time and chance are passed in.
     *
     * @param transport closed with this object
     * @param clock for timestamps
     * @param nanos for durations
     * @param sleeper for waits
     * @param random varies the waits between attempts
     */
    public OvhApi(
            OvhApiSettings settings,
            Transport transport,
            Clock clock,
            LongSupplier nanos,
            Sleeper sleeper,
            RandomGenerator random) {
        this.settings = settings;
        this.transport = transport;
        this.limiter = new Limiter(settings.callsPerSecond(), settings.maxInFlight(), nanos, sleeper);
        this.exchange = new CallExecutor(
                settings, transport, limiter, new ErrorClassifier(clock), new Backoff(random), nanos, sleeper);
        this.newDetector = () -> new OutageDetector(clock, nanos);
        this.outages = newDetector.get();
        this.clock = new ServerClock(clock, this::serverTime);
        this.authorizer = new Authorizer(settings.credentials(), this.clock, new TokenKeeper(nanos, this::fetchToken));
        this.lister = new Lister(this, settings);
    }

    /**
     * An API over Camel's HTTP client, with this machine's clock.
     *
     * @param context whose TLS settings and type converters the client uses; must outlive this object
     * @param settings credentials, region, rate
     * @param http TLS, proxy and the like
     */
    public static OvhApi open(CamelContext context, OvhApiSettings settings, HttpOptions http) {
        return new OvhApi(
                settings,
                new CamelHttpTransport(context, settings, http, System::nanoTime),
                Clock.systemUTC(),
                System::nanoTime,
                time -> {
                    if (!time.isNegative() && !time.isZero()) {
                        Thread.sleep(time.toMillis(), (int) (time.toNanos() % 1_000_000));
                    }
                },
                RandomGenerator.getDefault());
    }

    /**
     * Makes one call.
     *
     * @return the answer, always 2xx
     * @throws OvhApiException when it was not done, or when that is unknown
     */
    public ApiAnswer send(ApiCall call) {
        return send(call, new Tally());
    }

    ApiAnswer send(ApiCall call, Tally tally) {
        return exchange.run(call, url(call), authorizer, outages, tally);
    }

    /**
     * Lists everything at once. For large lists {@link #pages} needs less memory.
     *
     * @throws OvhApiException when the list itself could not be read; objects that disappeared are reported in the
     * listing
     */
    public <T> Listing<T> list(ListRequest request, Class<T> type) {
        return lister.all(request, type);
    }

    /**
     * Reads objects of a list whose ids are known, many per call if the API accepts that.
     *
     * @throws OvhApiException when they could not be read; objects that do not exist are reported in the listing
     */
    public <T> Listing<T> items(ListRequest request, List<String> ids, Class<T> type) {
        return lister.items(request, ids, type);
    }

    /**
     * Lists part by part; each part is passed on before the next one is read.
     *
     * @param eachPart called in this thread, at least once
     * @throws OvhApiException when the list itself could not be read
     */
    public <T> void pages(ListRequest request, Class<T> type, Consumer<Listing<T>> eachPart) {
        lister.parts(request, type, eachPart);
    }

    /**
     * Lists the objects that meet a condition, in pages that the server filters.
     *
     * @param filter {@code property:op=value}, several joined with {@code &}, as {@code status:in=todo,doing}
     * @return empty if the server has no pages for the list, or no filter
     * @throws OvhApiException when the list could not be read
     */
    public <T> Optional<Listing<T>> filtered(ListRequest request, String filter, Class<T> type) {
        return lister.filtered(request, filter, type);
    }

    /**
     * Stores bytes under a link from the API. The link may point to another host, so no key and no signature is sent.
     *
     * @param link absolute, with its query; never shown
     * @param content sent unchanged; may be sent again
     * @throws OvhServerFaultException if the link is not allowed
     * @throws OvhApiException when it was not stored, or when that is unknown
     */
    public void upload(String link, byte[] content) {
        URI target = link(link);
        ApiCall call = new ApiCall(
                HttpMethod.PUT,
                target.getRawPath(),
                List.of(),
                Map.of("Content-Type", "application/octet-stream"),
                content,
                Repeat.REPEATABLE,
                false,
                null);
        // An outage of another host says nothing about the API.
        exchange.run(call, target.toString(), NOBODY, newDetector.get(), new Tally());
    }

    private URI link(String link) {
        try {
            return settings.region().link(link);
        } catch (IllegalArgumentException e) {
            throw OvhServerFaultException.unusable("an upload", e.getMessage(), e);
        }
    }

    /** OVHcloud's clock, compared with ours. */
    public ServerClock clock() {
        return clock;
    }

    /** Credentials, region, rate. */
    public OvhApiSettings settings() {
        return settings;
    }

    /** HTTP calls since the start, including retries and calls for clock and token. */
    public long callsMade() {
        return exchange.callsMade();
    }

    /**
     * Does some work and counts the HTTP calls that it makes, independent of other threads.
     *
     * @param work runs in this thread
     */
    public <T> Counted<T> counted(Supplier<T> work) {
        return exchange.counted(work);
    }

    /** The calls per second that the limiter allows now. */
    public double callsPerSecond() {
        return limiter.rate();
    }

    /** The outage that lasts now; empty while the API answers. */
    public Optional<Outage> outage() {
        return outages.current();
    }

    /** The calls that wait for a permit or an answer now. */
    public int callsInFlight() {
        return limiter.callsInFlight();
    }

    @Override
    public void close() {
        transport.close();
    }

    private String url(ApiCall call) {
        String base = settings.region().url(call.path());
        if (call.query().isEmpty()) {
            return base;
        }
        StringBuilder url = new StringBuilder(base.length() + 64).append(base);
        char separator = '?';
        for (QueryParameter parameter : call.query()) {
            url.append(separator);
            ApiPath.appendEncoded(url, parameter.name());
            url.append('=');
            ApiPath.appendEncoded(url, parameter.value());
            separator = '&';
        }
        return url.toString();
    }

    private long serverTime(Tally tally) {
        ApiCall call = ApiCall.of(TIME);
        return exchange.run(call, url(call), NOBODY, outages, tally).as(Long.class);
    }

    private TokenKeeper.Token fetchToken(Tally tally) {
        Credentials.ServiceAccount account = (Credentials.ServiceAccount) settings.credentials();
        byte[] form = ("grant_type=client_credentials&client_id=" + ApiPath.encode(account.clientId())
                        + "&client_secret=" + ApiPath.encode(account.clientSecret()) + "&scope=all")
                .getBytes(StandardCharsets.US_ASCII);
        ApiCall call = new ApiCall(
                HttpMethod.POST,
                "/auth/oauth2/token",
                List.of(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                form,
                Repeat.REPEATABLE,
                false,
                null);
        ApiAnswer answer = exchange.run(call, settings.region().tokenUrl(), NOBODY, outages, tally);
        JsonNode token = answer.json();
        if (!token.path("access_token").isTextual()) {
            throw new OvhAuthenticationException(
                    new ErrorFacts(call.call(), answer.status(), null, null, Map.of(), answer.queryId()),
                    "The token service answered without a token; nothing was done. Check the token URL",
                    null);
        }
        // Without a stated lifetime the token is used for five minutes: asking too often is better than using an
        // expired token.
        return new TokenKeeper.Token(
                token.get("access_token").asText(),
                Duration.ofSeconds(token.path("expires_in").asLong(300)));
    }
}
