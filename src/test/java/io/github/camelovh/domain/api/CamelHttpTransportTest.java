// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static io.github.camelovh.domain.api.catalog.OperationCatalog.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.catalog.HttpMethod;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CamelHttpTransportTest {
    private static final Credentials.ApplicationKey KEY = new Credentials.ApplicationKey("app", "secret", "consumer");
    private static final DefaultCamelContext CONTEXT = new DefaultCamelContext();

    @BeforeAll
    static void start() {
        CONTEXT.start();
    }

    @AfterAll
    static void stop() {
        CONTEXT.stop();
    }

    private static OvhApiSettings settings(String baseUrl) {
        return OvhApiSettings.of(ApiRegion.of(baseUrl), KEY)
                .withPace(1000, 8)
                .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(30));
    }

    /** Each read of the clock advances it by one second, so that a new timestamp is visible. */
    private static OvhApi open(OvhApiSettings settings) {
        AtomicInteger backoff = new AtomicInteger();
        Clock hurried = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochSecond(1_700_000_000L + backoff.incrementAndGet());
            }
        };
        return new OvhApi(
                settings,
                new CamelHttpTransport(CONTEXT, settings, HttpOptions.plain(), System::nanoTime),
                hurried,
                System::nanoTime,
                time -> {},
                new SplittableRandom(1));
    }

    @Test
    void aPostAnswered503IsSentOnce() {
        for (String body :
                new String[] {"<html>Service Unavailable</html>", "{\"class\":\"Server::X\",\"message\":\"no\"}"}) {
            try (LocalServer server = new LocalServer((request, nth) -> new LocalServer.Reply(503, Map.of(), body));
                    OvhApi api = open(settings(server.baseUrl()))) {
                assertThatThrownBy(() -> api.send(
                                ApiCall.of(row("order:checkoutCart"), 1).withBody(Map.of("a", true))))
                        .isInstanceOf(OvhUnknownOutcomeException.class)
                        .hasMessageContaining("may have taken effect");
                assertThat(server.seen()).hasSize(1);
            }
        }
    }

    @Test
    void aGetAnswered503IsSentAgainWithAFreshSignature() {
        try (LocalServer server = new LocalServer((request, nth) ->
                        nth < 3 ? LocalServer.Reply.json(503, "{}") : LocalServer.Reply.json(200, "[\"a.fr\"]"));
                OvhApi api = open(settings(server.baseUrl()))) {
            ApiAnswer answer = api.send(ApiCall.of(row("domain:list")).withQuery("whoisOwner", "a+b é"));
            assertThat(answer.asList(String.class)).containsExactly("a.fr");
            assertThat(answer.callsMade()).isEqualTo(4); // the time, two refusals, the answer
            assertThat(server.seen()).hasSize(3);
            assertThat(server.seen().stream().map(seen -> seen.header("X-ovh-signature")))
                    .doesNotHaveDuplicates();
            LocalServer.Seen last = server.seen().get(2);
            assertThat(last.uri()).isEqualTo("/1.0/domain?whoisOwner=a%2Bb%20%C3%A9");
            assertThat(last.header("X-ovh-signature"))
                    .isEqualTo(new Signer("secret", "consumer")
                            .signature(
                                    HttpMethod.GET,
                                    server.baseUrl().replace("/1.0", "") + last.uri(),
                                    null,
                                    Long.parseLong(last.header("X-ovh-timestamp"))));
            assertThat(api.callsInFlight()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 1_048_575, 1_048_576, 1_048_577, 5_000_000})
    void anAnswerOfAnySizeComesWholeWhetherItsLengthIsToldOrNot(int size) {
        String body = "0123456789abcdef".repeat(size / 16 + 1).substring(0, size);
        for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("Transfer-Encoding", "chunked"))) {
            try (LocalServer server = new LocalServer((request, nth) -> new LocalServer.Reply(200, headers, body));
                    OvhApi api = open(settings(server.baseUrl()))) {
                for (int again = 0; again < 2; again++) { // over the same connection
                    byte[] answer = api.send(ApiCall.of(row("domain:list"))).body();
                    assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo(body);
                }
            }
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        try (LocalServer server = new LocalServer(
                        (request, nth) -> new LocalServer.Reply(302, Map.of("Location", "http://127.0.0.1:1/"), ""));
                OvhApi api = open(settings(server.baseUrl()))) {
            assertThatThrownBy(() -> api.send(ApiCall.of(row("domain:list"))))
                    .isInstanceOf(OvhRejectedInputException.class);
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void aCutConnectionIsUnknownForAnOrderAndRepeatedForAReading() {
        try (LocalServer server = new LocalServer((request, nth) ->
                        request.method().equals("GET") && nth > 2 ? LocalServer.Reply.json(200, "7") : null);
                OvhApi api = open(settings(server.baseUrl()))) {
            assertThatThrownBy(() -> api.send(ApiCall.of(row("order:createCart"))))
                    .isInstanceOf(OvhUnknownOutcomeException.class);
            assertThat(server.seen()).hasSize(1);
            assertThat(api.send(ApiCall.of(row("order:getOrder"), 1)).as(Long.class))
                    .isEqualTo(7);
        }
    }

    @Test
    void nothingListeningIsUnreachableEvenForAnOrder() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (OvhApi api = open(settings("http://127.0.0.1:" + port + "/1.0"))) {
            assertThatThrownBy(() ->
                            api.send(ApiCall.of(row("api:createCredential")).withBody(Map.of())))
                    .isInstanceOf(OvhUnreachableException.class)
                    .hasMessageContaining("connection was refused")
                    .hasMessageContaining("nothing was done");
            assertThat(api.callsMade()).isEqualTo(5);
        }
    }

    @Test
    void aFailedHandshakeNeverLeft() {
        try (LocalServer server = new LocalServer((request, nth) -> LocalServer.Reply.json(200, "1"))) {
            String tls = server.baseUrl().replace("http://", "https://");
            OvhApiSettings settings =
                    settings(tls).withTimeouts(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(5));
            try (CamelHttpTransport transport =
                    new CamelHttpTransport(CONTEXT, settings, HttpOptions.plain(), System::nanoTime)) {
                assertThat(transport.exchange(new Transport.Request(
                                HttpMethod.POST, tls + "/x", Map.of(), null, Duration.ofMillis(300))))
                        .isInstanceOf(Transport.NeverLeft.class);
            }
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void aTruncatedAnswerAndASlowOneAreLost() throws Exception {
        try (RawServer cut = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"orderId\":", true);
                RawServer slow = new RawServer("HTTP/1.1 200 OK\r\n", false)) {
            for (RawServer server : new RawServer[] {cut, slow}) {
                OvhApiSettings settings = settings(server.baseUrl())
                        .withTimeouts(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(5));
                try (CamelHttpTransport transport =
                        new CamelHttpTransport(CONTEXT, settings, HttpOptions.plain(), System::nanoTime)) {
                    assertThat(transport.exchange(new Transport.Request(
                                    HttpMethod.POST, server.baseUrl() + "/x", Map.of(), null, Duration.ofMillis(300))))
                            .isInstanceOf(Transport.Lost.class);
                }
            }
        }
    }

    /** Answers every connection with the same bytes, then cuts it or leaves it open. */
    private static final class RawServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

        RawServer(String answer, boolean cut) throws IOException {
            Thread thread = new Thread(() -> serve(answer, cut));
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(String answer, boolean cut) {
            try {
                while (true) {
                    Socket connection = socket.accept();
                    connection.getInputStream().read(new byte[4096]);
                    OutputStream out = connection.getOutputStream();
                    out.write(answer.getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    if (cut) {
                        connection.close();
                    }
                }
            } catch (IOException e) {
                // the test is over
            }
        }

        String baseUrl() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/1.0";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
