// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.rules.Rule;
import io.github.camelovh.domain.rules.RuleEvaluator;
import io.github.camelovh.domain.rules.RuleReader;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One contact checked against the largest of the sandbox's rules. */
@Tag("benchmark")
class RuleSpeedIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 20_000;

    @Test
    void oneContactTakesFarLessThanReadingTheRule() throws Exception {
        JsonNode largest = JSON.createObjectNode();
        try (OvhSandbox sandbox = OvhSandbox.start(SandboxOptions.defaults())) {
            for (String name : List.of("one.com", "one.fr", "one.berlin", "one.ca", "one.se", "one.sm", "one.cat")) {
                JsonNode rule = rule(sandbox, name);
                largest = rule.toString().length() > largest.toString().length() ? rule : largest;
            }
        }
        Rule rule = RuleReader.read(largest);
        ObjectNode data = JSON.createObjectNode();
        data.putObject("OWNER_CONTACT")
                .put("legalForm", "corporation")
                .put("firstName", "Ada")
                .putObject("address");
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            found += RuleEvaluator.violations(rule, data, Set.of("create")).size();
            found += RuleReader.read(largest).and().size();
        }
        long start = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            found += RuleEvaluator.violations(rule, data, Set.of("create")).size();
        }
        double evaluated = (System.nanoTime() - start) / 1e6 / ROUNDS;
        start = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            found += RuleReader.read(largest).and().size();
        }
        double read = (System.nanoTime() - start) / 1e6 / ROUNDS;
        System.out.printf(
                "largest rule (%,d characters): one contact %.4f ms, the rule read from its JSON tree %.4f ms, %.1f times%n",
                largest.toString().length(), evaluated, read, read / evaluated);
        assertThat(found).isPositive();
    }

    private static JsonNode rule(OvhSandbox sandbox, String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.baseUrl() + "/domain/configurationRule?action=create&domain=" + name))
                .build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }
}
