// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.benchmark;

import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.component.AccountConfiguration;
import io.github.camelovh.domain.component.OvhDomainComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One call of the component against the bare HTTP client that makes the same signed call, over loopback. {@code main}
 * prints the ratio of their times at 1 and at 64 threads.
 *
 * <p>The server is a separate process. The bare client has the same switches, time-outs and pool as the component's own
 * client, and signs each call. It is measured twice: when it returns the bytes of the answer, and when Jackson reads
 * these bytes into the same record. A caller with only bytes does not have the answer yet, so the promise is about the
 * second; both are printed.
 *
 * <p>The promise is about a running service, so all contestants first run in one Java process until its compiler is
 * done. Then they take turns of one second. Each round has its own ratio, and the median of the ratios is printed,
 * because a busy moment of the machine affects all in the same round.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ComponentCallBenchmark {

    private static final int WARM_UP_ROUNDS = 30;
    private static final int WARM_UP_THREADS = 16;
    private static final int ROUNDS = 60;
    private static final List<String> CONTESTANTS = List.of("bareBytes", "bareObject", "component");
    private static final String BASE = "ovh-domain.benchmark.base";

    private String url;
    private CamelContext context;
    private Endpoint endpoint;
    private Producer producer;
    private CloseableHttpClient client;

    @Setup
    public void start() throws Exception {
        String base = System.getProperty(BASE);
        url = base + "/domain/example.com";

        context = new DefaultCamelContext();
        context.start();
        AccountConfiguration account =
                context.getComponent("ovh-domain", OvhDomainComponent.class).getDefaultAccount();
        account.setRegion(base);
        account.setApplicationKey("ak");
        account.setApplicationSecret("as");
        account.setConsumerKey("ck");
        account.setCallsPerSecond(1_000_000);
        account.setMaxInFlight(64);
        endpoint = context.getEndpoint("ovh-domain:domain?operation=get&param.serviceName=example.com");
        producer = endpoint.createProducer();
        producer.start();

        client = HttpClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofSeconds(30))
                        .setConnectionRequestTimeout(Timeout.ofSeconds(30))
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(64)
                        .setMaxConnPerRoute(64)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(Timeout.ofSeconds(30))
                                .setValidateAfterInactivity(Timeout.ofMilliseconds(500))
                                .build())
                        .build())
                .build();
    }

    @TearDown
    public void stop() throws Exception {
        producer.stop();
        context.stop();
        client.close();
    }

    @Benchmark
    public Object component() throws Exception {
        Exchange exchange = endpoint.createExchange();
        producer.process(exchange);
        return exchange.getMessage().getBody();
    }

    @Benchmark
    public Object bareObject() throws Exception {
        return ApiJson.mapper().readValue(bareBytes(), DomainService.class);
    }

    @Benchmark
    public byte[] bareBytes() throws Exception {
        HttpGet get = new HttpGet(url);
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        get.setHeader("Accept", "application/json");
        get.setHeader("X-Ovh-Application", "ak");
        get.setHeader("X-Ovh-Consumer", "ck");
        get.setHeader("X-Ovh-Timestamp", timestamp);
        get.setHeader("X-Ovh-Signature", "$1$" + sha1("as+ck+GET+" + url + "++" + timestamp));
        return client.execute(get, response -> EntityUtils.toByteArray(response.getEntity()));
    }

    private static String sha1(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Measures and prints, in about a quarter of an hour.
     *
     * @param args numbers of threads; none for 1 and 64
     */
    public static void main(String[] args) throws Exception {
        try (AnsweringServer server = AnsweringServer.start()) {
            System.setProperty(BASE, server.base());
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                times(WARM_UP_THREADS);
            }
            for (String threads : args.length == 0 ? new String[] {"1", "64"} : args) {
                List<Map<String, Double>> rounds = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    rounds.add(times(Integer.parseInt(threads)));
                }
                for (String each : CONTESTANTS) {
                    double[] ratios = sorted(rounds, round -> round.get("component") / round.get(each));
                    System.out.printf(
                            Locale.ROOT,
                            "threads=%s %s: %.0f us; the component takes %.2f times that"
                                    + " (the middle half of the rounds: %.2f to %.2f)%n",
                            threads,
                            each,
                            sorted(rounds, round -> round.get(each))[ROUNDS / 2],
                            ratios[ROUNDS / 2],
                            ratios[ROUNDS / 4],
                            ratios[ROUNDS - 1 - ROUNDS / 4]);
                }
            }
        }
    }

    /** {@return the time of a call for each contestant, in microseconds, from one round of turns} */
    private static Map<String, Double> times(int threads) throws RunnerException {
        Map<String, Double> times = new HashMap<>();
        for (String each : CONTESTANTS) {
            RunResult result = new Runner(new OptionsBuilder()
                            .include(ComponentCallBenchmark.class.getSimpleName() + "." + each + "$")
                            .verbosity(VerboseMode.SILENT)
                            .threads(threads)
                            .forks(0)
                            .warmupIterations(1)
                            .warmupTime(TimeValue.milliseconds(500))
                            .measurementIterations(1)
                            .measurementTime(TimeValue.seconds(1))
                            .build())
                    .runSingle();
            times.put(each, result.getPrimaryResult().getScore());
        }
        return times;
    }

    private static double[] sorted(List<Map<String, Double>> rounds, ToDoubleFunction<Map<String, Double>> of) {
        return rounds.stream().mapToDouble(of).sorted().toArray();
    }
}
