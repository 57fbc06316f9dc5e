// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelovh.domain.api.OvhApiException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that answers what OVHcloud never would: each call ends with a message, in time. */
class LyingServerTest {
    private static final String SECRET = "the-application-secret";
    private static final String KEY = "the-consumer-key";

    private final CamelContext context = new DefaultCamelContext();
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Lie lie;

    /** The server's answer to each call except that for the time. */
    private interface Lie {
        void tell(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("/auth/time")) {
                answer(exchange, 200, "application/json", String.valueOf(System.currentTimeMillis() / 1000));
                return;
            }
            called.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            lie.tell(exchange);
        });
        server.start();
        OvhDomainComponent component = context.getComponent(OvhDomainConstants.SCHEME, OvhDomainComponent.class);
        AccountConfiguration options = component.getDefaultAccount();
        options.setRegion("http://127.0.0.1:" + server.getAddress().getPort() + "/1.0");
        options.setApplicationKey("the-application-key");
        options.setApplicationSecret(SECRET);
        options.setConsumerKey(KEY);
        options.setCallsPerSecond(1000);
        options.setResponseTimeout(700);
        options.setDeadline(2_000);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private OvhApiException refused(String uri) {
        Exchange done = context.createProducerTemplate()
                .request(uri, exchange -> exchange.getMessage().setBody("example.com"));
        assertThat(done.getException()).isInstanceOf(OvhApiException.class);
        assertThat(done.getException().getMessage()).doesNotContain(SECRET, KEY).hasSizeLessThan(600);
        return (OvhApiException) done.getException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Maintenance</body></html>",
                "[1,2",
                "\"a text\"",
                "42",
                "[]",
                "{\"domain\":{\"is\":\"an object\"}}",
                "\u0000\u0001"
            })
    void aBodyOfAnotherKindIsTold(String body) {
        lie = exchange -> answer(exchange, 200, "application/json", body);

        OvhApiException told = refused("ovh-domain:domain?operation=get");

        assertThat(told)
                .hasMessageContaining("could not be read as DomainService")
                .hasMessageContaining("no proxy");
    }

    @Test
    void anObjectInPlaceOfAListIsTold() {
        lie = exchange -> answer(exchange, 200, "application/json", "{\"domain\":\"a.com\"}");

        assertThat(refused("ovh-domain:domain?operation=listTasks"))
                .hasMessageContaining("could not be read as a list");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        lie = exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", "http://localhost:" + server.getAddress().getPort() + "/stolen");
            answer(exchange, status, "text/html", "moved");
        };

        assertThat(refused("ovh-domain:domain?operation=get").status()).isEqualTo(status);
        assertThat(called).isNotEmpty().allMatch(call -> call.equals("GET /1.0/domain/example.com"));
    }

    /** Allows more time, for tests that are not about the duration of a call, on a busy machine. */
    private void bePatient() {
        AccountConfiguration options = context.getComponent(OvhDomainConstants.SCHEME, OvhDomainComponent.class)
                .getDefaultAccount();
        options.setResponseTimeout(20_000);
        options.setDeadline(120_000);
    }

    @Test
    void aBodyThatIsAnnouncedAsEndlessIsNotRead() {
        lie = exchange -> {
            exchange.sendResponseHeaders(200, 10_000_000_000L);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush(); // newer JDKs would discard what close finds in the buffer
            exchange.close();
        };
        bePatient();

        assertThat(refused("ovh-domain:domain?operation=get")).hasMessageContaining("64 MB");
    }

    @Test
    void aSmallBodyThatUnpacksToAHugeOneIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(blanks);
            }
        }
        lie = exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
            exchange.close();
        };
        bePatient();

        assertThat(refused("ovh-domain:domain?operation=get")).hasMessageContaining("64 MB");
    }

    @Test
    @Timeout(20)
    void aBodyThatComesInDripsEndsWithTheDeadline() {
        lie = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            try {
                for (int i = 0; i < 100; i++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(300);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
        long start = System.nanoTime();

        refused("ovh-domain:domain?operation=get");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aMessageOfTheServerBreaksNoLogLine() {
        lie = exchange -> {
            Headers headers = exchange.getResponseHeaders();
            headers.set("X-Ovh-Queryid", "EU.1\u001b[2Jx");
            answer(
                    exchange,
                    400,
                    "application/json",
                    "{\"message\":\"no\\n2026-01-01 INFO all is well\\u001b[2J\",\"class\":\"Client::BadRequest\"}");
        };

        assertThat(refused("ovh-domain:domain?operation=get").getMessage()).doesNotContain("\n", "\u001b");
    }
}
