// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void computesTheVectorsOfTheOfficialClients() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(SharedFolder.ovhApi()
                        .resolve("examples/signature-vectors.json")
                        .toFile());

        assertThat(file.path("vectors")).hasSizeGreaterThanOrEqualTo(7).allSatisfy(vector -> assertThat(Signature.of(
                        file.path("applicationSecret").asText(),
                        file.path("consumerKey").asText(),
                        vector.path("method").asText(),
                        vector.path("url").asText(),
                        vector.path("body").asText().getBytes(StandardCharsets.UTF_8),
                        file.path("timestamp").asText()))
                .isEqualTo(vector.path("signature").asText()));
    }

    @Test
    void signsTheBytesOfTheBodyWhateverTheyMean() {
        String escaped = Signature.of("s", "c", "POST", "u", "\"\\u00e9\"".getBytes(StandardCharsets.UTF_8), "1");
        String raw = Signature.of("s", "c", "POST", "u", "\"é\"".getBytes(StandardCharsets.UTF_8), "1");

        assertThat(escaped).isNotEqualTo(raw).startsWith("$1$");
    }
}
