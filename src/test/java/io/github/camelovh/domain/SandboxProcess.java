// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox as a separate process, with its state on disk, used only through its unsigned control routes. */
public final class SandboxProcess implements AutoCloseable {

    private static final Pattern BANNER = Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+)/1\\.0");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ProcessUnderTest process;
    private final int port;

    private SandboxProcess(ProcessUnderTest process, int port) {
        this.process = process;
        this.port = port;
    }

    public static SandboxProcess start(Path folder, String... options) {
        List<String> arguments = new ArrayList<>(List.of("sandbox", "--port", "0", "--store"));
        arguments.add(folder.resolve("sandbox-state.json").toString());
        arguments.addAll(List.of(options));
        // Another one may have printed its banner there before.
        int printed = ProcessUnderTest.printed(folder, "sandbox").length();
        ProcessUnderTest process = ProcessUnderTest.start(folder, "sandbox", List.of(), Map.of(), arguments);
        int port = await("the sandbox's banner")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> portOf(process.printed().substring(printed)), found -> found > 0);
        return new SandboxProcess(process, port);
    }

    private static int portOf(String printed) {
        Matcher banner = BANNER.matcher(printed);
        return banner.find() ? Integer.parseInt(banner.group(1)) : 0;
    }

    public int port() {
        return port;
    }

    /** How many orders the sandbox has for each name, and their total price. */
    public Sold sold() throws IOException, InterruptedException {
        Map<String, Integer> perName = new TreeMap<>();
        for (JsonNode order : get("orders")) {
            perName.merge(order.path("domain").asText(), 1, Integer::sum);
        }
        return new Sold(perName);
    }

    /** The names of the account. */
    public List<String> accountNames() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/1.0/domain"))
                        .header("Authorization", "Bearer " + OvhSandbox.ACCESS_TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readerForListOf(String.class).readValue(answer.body());
    }

    public JsonNode get(String control) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/_sandbox/" + control))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body());
    }

    public void post(String control, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/_sandbox/" + control))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(control + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    public void delete(String control) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/_sandbox/" + control))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** The keys of the sandbox, and its address. */
    public static Map<String, String> environment(int port) {
        return Map.of(
                "OVH_ENDPOINT", "http://127.0.0.1:" + port + "/1.0",
                "OVH_APPLICATION_KEY", "sandbox-application-key",
                "OVH_APPLICATION_SECRET", "sandbox-application-secret",
                "OVH_CONSUMER_KEY", "sandbox-consumer-key");
    }

    @Override
    public void close() {
        process.kill();
    }

    /** The orders by name. */
    public record Sold(Map<String, Integer> ordersByName) {}
}
