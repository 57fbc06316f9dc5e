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
package io.github.camelovh.domain.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
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

/**
 * One call of the component against the bare HTTP client that makes the same signed call, over loopback. {@code main} prints
 * the ratio of their times at 1 and at 64 threads; both come from one run, as this machine's load changes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ComponentCallBenchmark {

    private static final int ROUNDS = 3;
    private static final String NAME = "example.com";
    private static final byte[] ANSWER = ("{\"domain\":\"" + NAME
                    + "\",\"serviceId\":12345,\"offer\":\"gold\",\"state\":\"ok\","
                    + "\"suspensionState\":\"not_suspended\",\"renewalState\":\"automatic_renew\","
                    + "\"transferLockStatus\":\"locked\",\"whoisOwner\":\"1234567\",\"nameServerType\":\"hosted\","
                    + "\"expirationDate\":\"2027-03-01T10:00:00+01:00\",\"lastUpdate\":\"2026-03-01T10:00:00+01:00\"}")
            .getBytes(StandardCharsets.UTF_8);

    private HttpServer server;
    private ExecutorService serverThreads;
    private String url;
    private CamelContext context;
    private Endpoint endpoint;
    private Producer producer;
    private CloseableHttpClient client;

    @Setup
    public void start() throws Exception {
        serverThreads = Executors.newFixedThreadPool(64);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(serverThreads);
        server.createContext("/1.0/domain", exchange -> answer(exchange, ANSWER));
        server.createContext(
                "/1.0/auth/time",
                exchange -> answer(
                        exchange,
                        Long.toString(System.currentTimeMillis() / 1000).getBytes(StandardCharsets.UTF_8)));
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/1.0";
        url = base + "/domain/" + NAME;

        context = new DefaultCamelContext();
        context.start();
        endpoint = context.getEndpoint("ovh-domain:domain?operation=get&param.serviceName=" + NAME + "&region=" + base
                + "&applicationKey=ak&applicationSecret=as&consumerKey=ck"
                + "&callsPerSecond=1000000&maxInFlight=64");
        producer = endpoint.createProducer();
        producer.start();

        client = HttpClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(64)
                        .setMaxConnPerRoute(64)
                        .build())
                .build();
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange;
                InputStream request = exchange.getRequestBody()) {
            request.readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.getResponseHeaders().set("X-OVH-QUERYID", "EU.ext-1.00000000.1.0");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @TearDown
    public void stop() throws Exception {
        producer.stop();
        context.stop();
        client.close();
        server.stop(0);
        serverThreads.shutdown();
    }

    @Benchmark
    public Object component() throws Exception {
        Exchange exchange = endpoint.createExchange();
        producer.process(exchange);
        return exchange.getMessage().getBody();
    }

    @Benchmark
    public Object bareClient() throws Exception {
        HttpGet get = new HttpGet(url);
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
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
     * Runs both at 1 and at 64 threads, in turns, so that a busy moment of the machine falls on both.
     *
     * @param args none
     */
    public static void main(String[] args) throws RunnerException {
        for (int threads : new int[] {1, 64}) {
            List<Double> component = new ArrayList<>();
            List<Double> bare = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                bare.addAll(times("bareClient", threads));
                component.addAll(times("component", threads));
            }
            System.out.printf(
                    Locale.ROOT,
                    "ratio threads=%d: %.2f (medians: component %.0f us, bare client %.0f us)%n",
                    threads,
                    median(component) / median(bare),
                    median(component),
                    median(bare));
        }
    }

    private static List<Double> times(String name, int threads) throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                        .include(ComponentCallBenchmark.class.getSimpleName() + "." + name)
                        .threads(threads)
                        .forks(1)
                        .jvmArgsAppend("-Dsun.net.httpserver.nodelay=true", "-Xmx512m")
                        .warmupIterations(8)
                        .warmupTime(TimeValue.seconds(3))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .build())
                .runSingle();
        return result.getBenchmarkResults().stream()
                .flatMap(each -> each.getIterationResults().stream())
                .map(each -> each.getPrimaryResult().getScore())
                .toList();
    }

    private static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
