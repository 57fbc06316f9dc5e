// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox for a test class, and the steps from a file to its results. */
abstract class ImportSteps {
    static final String CHECKOUT = "POST /order/cart/{cartId}/checkout";
    static final ObjectMapper JSON = new ObjectMapper();
    static OvhSandbox sandbox;

    @TempDir
    Path folder;

    @BeforeAll
    static void startSandbox() {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withTaskTime(Duration.ofMillis(100)).withDomains(3));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void freshSandbox() {
        sandbox.reset();
        sandbox.clearFaults();
        sandbox.resetCalls();
    }

    Path file(String name, String... rows) throws IOException {
        List<String> lines =
                new ArrayList<>(List.of("action,domain,period,maxPrice,config.REASON,config.legitimacyAfnic"));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve(name), lines);
    }

    Cli.Said importing(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("import", file.toString(), "--data", data().toString()));
        all.addAll(List.of(options));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    Path data() {
        return folder.resolve("data");
    }

    JsonNode summary(String name) throws IOException {
        return JSON.readTree(
                data().resolve("outbox").resolve(name + ".summary.json").toFile());
    }

    String outbox(String name) throws IOException {
        return Files.readString(data().resolve("outbox").resolve(name));
    }

    static List<String> sold() {
        return sandbox.orders().stream().map(order -> order.domain()).sorted().toList();
    }
}
