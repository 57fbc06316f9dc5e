// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Calls a sandbox like a foreign client: with the JDK's HTTP client and its own signature. */
final class TestCaller {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final OvhSandbox sandbox;
    private String application = OvhSandbox.APPLICATION_KEY;
    private String secret = OvhSandbox.APPLICATION_SECRET;
    private String consumer = OvhSandbox.CONSUMER_KEY;
    private long drift;
    private UnaryOperator<String> signedUrl = url -> url;

    TestCaller(OvhSandbox sandbox) {
        this.sandbox = sandbox;
    }

    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        JsonNode json() throws IOException {
            return JSON.readTree(http.body());
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }
    }

    TestCaller application(String key) {
        application = key;
        return this;
    }

    TestCaller secret(String text) {
        secret = text;
        return this;
    }

    TestCaller consumer(String key) {
        consumer = key;
        return this;
    }

    TestCaller drift(long seconds) {
        drift = seconds;
        return this;
    }

    TestCaller signing(UnaryOperator<String> url) {
        signedUrl = url;
        return this;
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return call("GET", path, "", headers);
    }

    Answer post(String path, String body, String... headers) throws IOException, InterruptedException {
        return call("POST", path, body, headers);
    }

    /** A signed call; v2 paths begin with {@code /v2}. */
    Answer call(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        String url = url(path);
        String time = String.valueOf(sandbox.now().getEpochSecond() + drift);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("X-Ovh-Application", application);
        all.put("X-Ovh-Consumer", consumer);
        all.put("X-Ovh-Timestamp", time);
        all.put(
                "X-Ovh-Signature",
                "$1$" + sha1(String.join("+", secret, consumer, method, signedUrl.apply(url), body, time)));
        return send(method, url, body, all, headers);
    }

    /** A call without authentication headers except those given. */
    Answer plain(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        return send(method, url(path), body, Map.of(), headers);
    }

    private String url(String path) {
        boolean bare = path.startsWith("/v2/")
                || path.startsWith("/v1/")
                || path.startsWith("/_sandbox")
                || path.startsWith("/auth/oauth2")
                || path.startsWith("http");
        if (path.startsWith("http")) {
            return path;
        }
        return (bare ? sandbox.origin() : sandbox.baseUrl()) + path;
    }

    private Answer send(String method, String url, String body, Map<String, String> auth, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        auth.forEach(request::header);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method,
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
