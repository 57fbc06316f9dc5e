// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.SharedFolder;
import io.github.camelovh.domain.sandbox.handler.Shopper.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Recorded and documented calls, and the comparison of answers with theirs. */
final class Documented {

    private Documented() {}

    static JsonNode response(String example) {
        return example(example).get("response");
    }

    static JsonNode request(String example) {
        return example(example).at("/request/body");
    }

    private static JsonNode example(String example) {
        try {
            return new ObjectMapper()
                    .readTree(SharedFolder.ovhApi()
                            .resolve("examples/" + example + ".json")
                            .toFile());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read example " + example, e);
        }
    }

    static void same(String example, JsonNode answer) {
        List<String> differences = new ArrayList<>();
        compare(response(example).get("body"), answer, example, differences);
        assertThat(differences).isEmpty();
    }

    static void same(String example, Answer answer) {
        assertThat(answer.status()).isEqualTo(response(example).get("status").asInt());
        same(example, answer.body());
    }

    private static void compare(JsonNode expected, JsonNode actual, String where, List<String> differences) {
        if (actual.isMissingNode()) {
            differences.add(where + " is missing");
        } else if (!expected.isNull() && !actual.isNull() && expected.getNodeType() != actual.getNodeType()) {
            differences.add(where + " is " + actual.getNodeType() + ", not " + expected.getNodeType());
        } else if (expected.isObject()) {
            expected.properties()
                    .forEach(member -> compare(
                            member.getValue(),
                            actual.path(member.getKey()),
                            where + "." + member.getKey(),
                            differences));
        } else if (expected.isArray() && !expected.isEmpty() && !actual.isEmpty()) {
            compare(expected.get(0), actual.get(0), where + "[0]", differences);
        }
    }
}
