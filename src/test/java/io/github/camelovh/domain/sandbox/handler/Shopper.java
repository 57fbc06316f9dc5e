// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.SharedFolder;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A signed caller of the sandbox that checks each successful answer against the official schema, if that is available.
 */
final class Shopper implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    /** An answer as it was received. */
    record Answer(int status, JsonNode body) {}

    private static final Clock STILL = Clock.fixed(Instant.parse("2026-04-01T10:00:00Z"), ZoneOffset.UTC);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Optional<SchemaCheck> schema = SharedFolder.ifThere().map(SchemaCheck::new);
    private final List<String> violations = new ArrayList<>();
    private final OvhSandbox sandbox;

    Shopper(int domains) {
        this(SandboxOptions.defaults().withDomains(domains));
    }

    /** A new sandbox whose time stands still until {@link #wait}. */
    Shopper(SandboxOptions options) {
        sandbox = OvhSandbox.start(options.withClock(STILL));
    }

    JsonNode get(String template, Object... arguments) {
        return good("GET", template, null, arguments);
    }

    JsonNode post(String template, JsonNode body, Object... arguments) {
        return good("POST", template, body, arguments);
    }

    JsonNode put(String template, JsonNode body, Object... arguments) {
        return good("PUT", template, body, arguments);
    }

    JsonNode delete(String template, Object... arguments) {
        return good("DELETE", template, null, arguments);
    }

    private JsonNode good(String method, String template, JsonNode body, Object... arguments) {
        Answer answer = call(true, method, template, body, arguments);
        assertThat(answer.status())
                .as("%s %s answered %s", method, template, answer.body())
                .isEqualTo(200);
        schema.map(official -> official.check(method + " " + template.split("\\?")[0], answer.body()))
                .ifPresent(violations::addAll);
        return answer.body();
    }

    /** A signed GET with further headers. */
    JsonNode with(String path, String... headers) {
        HttpRequest.Builder request = request(true, "GET", path, "");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = plain(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer.body());
    }

    Answer call(boolean signed, String method, String template, JsonNode body, Object... arguments) {
        String text = body == null ? "" : body.toString();
        HttpRequest request =
                request(signed, method, path(template, arguments), text).build();
        HttpResponse<String> response = plain(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), json(response.body()));
    }

    private HttpRequest.Builder request(boolean signed, String method, String path, String text) {
        String url = (path.startsWith("/v2/") ? sandbox.origin() : sandbox.baseUrl()) + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        method,
                        text.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(text));
        request.header("X-Ovh-Application", OvhSandbox.APPLICATION_KEY);
        if (!text.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (signed) {
            String time = String.valueOf(sandbox.now().getEpochSecond());
            request.header("X-Ovh-Consumer", OvhSandbox.CONSUMER_KEY);
            request.header("X-Ovh-Timestamp", time);
            request.header("X-Ovh-Signature", signature(method, url, text, time));
        }
        return request;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("no JSON: " + text, e);
        }
    }

    private static String signature(String method, String url, String body, String time) {
        String signed =
                String.join("+", OvhSandbox.APPLICATION_SECRET, OvhSandbox.CONSUMER_KEY, method, url, body, time);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8));
            return "$1$" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(String template, Object... arguments) {
        String path = template;
        for (Object argument : arguments) {
            path = path.replaceFirst(
                    "\\{[A-Za-z]+}", URLEncoder.encode(String.valueOf(argument), StandardCharsets.UTF_8));
        }
        return path;
    }

    void wait(Duration time) {
        sandbox.advance(time);
    }

    List<String> served(String zone) {
        return sandbox.servedRecords(zone);
    }

    /** The answer of {@code GET /_sandbox/orders}. */
    JsonNode orders() {
        return control("GET", "orders", null);
    }

    /** A control route's answer, successful or not. */
    JsonNode control(String method, String path, JsonNode body) {
        HttpRequest.BodyPublisher sent = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.origin() + "/_sandbox/" + path))
                .method(method, sent)
                .build();
        return json(plain(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    <T> HttpResponse<T> plain(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + request, e);
        }
    }

    OvhSandbox sandbox() {
        return sandbox;
    }

    static ObjectNode body(Object... namesAndValues) {
        return Json.object(namesAndValues);
    }

    /** A cart of this account with one name in it and the usual configuration. */
    Basket basket(String domain, String... labelsAndValues) {
        String cart = post("/order/cart", body("ovhSubsidiary", "FR", "description", "basket " + domain))
                .get("cartId")
                .asText();
        post("/order/cart/{cartId}/assign", null, cart);
        long item = post("/order/cart/{cartId}/domain", body("domain", domain, "duration", "P1Y"), cart)
                .get("itemId")
                .asLong();
        configure(cart, item, "OWNER_LEGAL_AGE", "true");
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            configure(cart, item, labelsAndValues[i], labelsAndValues[i + 1]);
        }
        return new Basket(cart, item);
    }

    long configure(String cart, long item, String label, String value) {
        return post(
                        "/order/cart/{cartId}/item/{itemId}/configuration",
                        body("label", label, "value", value),
                        cart,
                        item)
                .get("id")
                .asLong();
    }

    /** A cart and its one item. */
    record Basket(String cart, long item) {}

    JsonNode checkOut(Basket basket, boolean pay) {
        return post(
                "/order/cart/{cartId}/checkout",
                body("autoPayWithPreferredPaymentMethod", pay, "waiveRetractationPeriod", true),
                basket.cart());
    }

    /** Orders a name, paid, and returns the order. */
    long buy(String domain, String... labelsAndValues) {
        return checkOut(basket(domain, labelsAndValues), true).get("orderId").asLong();
    }

    String status(long order) {
        return get("/me/order/{orderId}/status", order).asText();
    }

    /** The only task of a name with a function. */
    JsonNode task(String domain, String function) {
        JsonNode ids = get("/me/task/domain?domain={domain}&function={function}", domain, function);
        assertThat(ids).hasSize(1);
        return get("/me/task/domain/{id}", ids.get(0).asLong());
    }

    @Override
    public void close() {
        sandbox.close();
        assertThat(violations).as("answers that break the contract").isEmpty();
    }
}
