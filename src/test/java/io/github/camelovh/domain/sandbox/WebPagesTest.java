// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A web page of somebody else cannot drive a sandbox through the browser of its user; written to real sockets. */
class WebPagesTest {
    private static final String CLOCK = "{\"advance\":\"P1D\"}";
    private static final int LARGEST = 8 * 1024 * 1024;

    @RegisterExtension
    static final OvhSandboxExtension OVH = OvhSandboxExtension.with(
            SandboxOptions.defaults().withDomains(1).withPublicBaseUrls("http://sandbox.test:18080"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.1@evil.example",
                "sandbox.test.evil.example:18080",
                "[evil.example]",
                ""
            })
    void refusesTheHostOfSomebodyElse(String host) throws Exception {
        for (String route :
                new String[] {"GET /1.0/auth/time", "GET /_sandbox/orders", "GET /auth/?credentialToken=x"}) {
            assertThat(exchange(route, "Host: " + host, ""))
                    .startsWith("HTTP/1.1 403 ")
                    .contains("own host");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:4711",
                "localhost:18080",
                "LOCALHOST",
                "api.localhost",
                "[::1]:18080",
                "192.0.2.7:8080",
                "sandbox.test:18080"
            })
    void answersItsOwnHostAndEveryAddress(String host) throws Exception {
        assertThat(exchange("GET /1.0/auth/time", "Host: " + host, "")).startsWith("HTTP/1.1 200 ");
        assertThat(exchange("GET /_sandbox/orders", "Host: " + host, "")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void refusesASecondHostAndTheHostOfAWholeUrl() throws Exception {
        assertThat(exchange("GET /1.0/auth/time", "Host: localhost\r\nHost: evil.example", ""))
                .startsWith("HTTP/1.1 403 ");
        assertThat(exchange("GET http://evil.example/_sandbox/orders", "Host: localhost", ""))
                .startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost:1",
                "Origin: http://127.0.0.1:80",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void refusesPagesOfOtherOrigins(String header) throws Exception {
        Instant before = OVH.sandbox().now();
        String headers = "Host: localhost:18080\r\n" + header;

        assertThat(exchange("POST /_sandbox/clock", headers + "\r\nContent-Type: application/json", CLOCK))
                .startsWith("HTTP/1.1 403 ")
                .contains("no web page of another origin");
        assertThat(exchange("POST /_sandbox/reset", headers, "")).startsWith("HTTP/1.1 403 ");
        assertThat(exchange("GET /1.0/auth/time", headers, "")).startsWith("HTTP/1.1 403 ");
        assertThat(exchange("OPTIONS /_sandbox/clock", headers + "\r\nAccess-Control-Request-Method: POST", ""))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContainIgnoringCase("Access-Control-Allow");
        assertThat(OVH.sandbox().now()).isBefore(before.plusSeconds(3_600));
    }

    @Test
    void letsNoPageReadAnAnswer() throws Exception {
        assertThat(exchange("GET /1.0/auth/time", "Host: localhost", ""))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContainIgnoringCase("Access-Control-Allow");
    }

    @Test
    void answersItsOwnOrigin() throws Exception {
        assertThat(exchange("GET /_sandbox/orders", "Host: localhost:18080\r\nOrigin: http://localhost:18080", ""))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "Text/Plain; charset=utf-8", "multipart/form-data; boundary=x"})
    void takesNoBodyOfASimpleFormForACommand(String type) throws Exception {
        Instant before = OVH.sandbox().now();

        assertThat(exchange("POST /_sandbox/clock", "Host: localhost\r\nContent-Type: " + type, CLOCK))
                .startsWith("HTTP/1.1 415 ")
                .contains("Content-Type: application/json");
        assertThat(OVH.sandbox().now()).isBefore(before.plusSeconds(3_600));
    }

    @Test
    void takesWhatCurlSends() throws Exception {
        Instant before = OVH.sandbox().now();

        assertThat(exchange(
                        "POST /_sandbox/clock",
                        "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded",
                        CLOCK))
                .startsWith("HTTP/1.1 200 ");
        assertThat(OVH.sandbox().now()).isAfter(before.plusSeconds(3_600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_sandbox/faults", "/1.0/order/cart", "/auth/oauth2/token"})
    void readsNoBodyOfAnySize(String path) throws Exception {
        assertThat(exchange("POST " + path, "Host: localhost", " ".repeat(LARGEST)))
                .doesNotContain(" 413 ");
        assertThat(exchange("POST " + path, "Host: localhost", " ".repeat(LARGEST + 1)))
                .startsWith("HTTP/1.1 413 ")
                .contains("more than 8388608 bytes");
    }

    @Test
    void answersAClientThatSendsAHundredMegabytes() throws Exception {
        assertThat(exchange("POST /1.0/order/cart", "Host: localhost", " ".repeat(100_000_000)))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void readsNeitherALineNorHeadersOfAnySize() throws Exception {
        assertThat(exchange("GET /?" + "a".repeat(1_000_000), "Host: localhost", ""))
                .doesNotContain("HTTP/1.1 2");
        assertThat(exchange("GET /", "Host: localhost\r\nX: " + "a".repeat(1_000_000), ""))
                .doesNotContain("HTTP/1.1 2");
        assertThat(exchange("GET /", "Host: localhost" + "\r\nX: a".repeat(100_000), ""))
                .doesNotContain("HTTP/1.1 2");
    }

    @Test
    void refusesAPublicUrlWithoutAHost() {
        for (String url : new String[] {"sandbox.test", "http:///x", "http://a b"}) {
            assertThatThrownBy(() -> SandboxOptions.defaults().withPublicBaseUrls(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("publicBaseUrl " + url + " is not a URL with a host");
        }
    }

    private static String exchange(String line, String headers, String body) throws IOException {
        return answered(line + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    /** What the server answers; empty if it closes the connection without an answer. */
    private static String answered(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), OVH.sandbox().origin().getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            try {
                out.write(request.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (SocketException e) {
                // the server closed the connection before it had read all
                return "";
            }
        }
    }
}
