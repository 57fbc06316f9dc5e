// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final String ANY_CART = "{\"ovhSubsidiary\":\"FR\",\"description\":\"mine\"}";

    @TempDir
    Path folder;

    @Test
    void keepsStateOverARestart() throws Exception {
        Path file = folder.resolve("deep/state.json");
        String cart;
        String pending;
        try (OvhSandbox first = OvhSandbox.start(options(file))) {
            TestCaller caller = new TestCaller(first);
            cart = caller.post("/order/cart", ANY_CART).json().path("cartId").asText();
            pending = credential(caller).path("consumerKey").asText();
            first.advance(Duration.ofHours(5));
        }

        try (OvhSandbox second = OvhSandbox.start(options(file))) {
            TestCaller caller = new TestCaller(second);
            assertThat(caller.get("/order/cart/" + cart)
                            .json()
                            .path("description")
                            .asText())
                    .isEqualTo("mine");
            assertThat(caller.post("/order/cart", ANY_CART)
                            .json()
                            .path("cartId")
                            .asText())
                    .isNotEqualTo(cart);
            assertThat(caller.consumer(pending)
                            .get("/domain")
                            .json()
                            .path("errorCode")
                            .asText())
                    .isEqualTo("INVALID_CREDENTIAL");
            assertThat(second.now()).isAfter(java.time.Instant.now().plus(4, ChronoUnit.HOURS));
        }
    }

    @Test
    void keepsItsNamesWhateverTheNextStartSays() throws Exception {
        Path file = folder.resolve("state.json");
        String names;
        String last;
        try (OvhSandbox first = OvhSandbox.start(options(file).withSeed(7))) {
            names = new TestCaller(first).get("/domain").http().body();
            last = new TestCaller(first).get("/domain").json().get(7).asText();
            last = new TestCaller(first).get("/domain/" + last).http().body();
        }

        SandboxOptions forgetful = SandboxOptions.defaults().withStore(file);
        try (OvhSandbox second = OvhSandbox.start(forgetful)) {
            TestCaller caller = new TestCaller(second);
            assertThat(caller.get("/domain").http().body()).isEqualTo(names);
            assertThat(caller.get("/domain/"
                                    + TestCaller.JSON.readTree(names).get(7).asText())
                            .http()
                            .body())
                    .isEqualTo(last);
            second.reset();
            assertThat(caller.get("/domain").http().body()).isEqualTo(names);
        }
        try (OvhSandbox third = OvhSandbox.start(forgetful.withDomains(10))) {
            assertThat(new TestCaller(third).get("/domain").json()).hasSize(10);
        }
        try (OvhSandbox fourth = OvhSandbox.start(forgetful)) {
            assertThat(new TestCaller(fourth).get("/domain").json()).hasSize(10);
            assertThat(new TestCaller(fourth).get("/domain").http().body())
                    .startsWith(names.substring(0, names.length() - 1));
        }
    }

    @Test
    void hasWrittenTheStateWhenTheAnswerIsThere() throws Exception {
        Path file = folder.resolve("state.json");
        try (OvhSandbox sandbox = OvhSandbox.start(options(file))) {
            String cart = new TestCaller(sandbox)
                    .post("/order/cart", ANY_CART)
                    .json()
                    .path("cartId")
                    .asText();

            assertThat(Files.readString(file)).contains(cart);
        }
    }

    @Test
    void writesNothingForReads() throws Exception {
        Path file = folder.resolve("state.json");
        try (OvhSandbox sandbox = OvhSandbox.start(options(file))) {
            Files.delete(file);
            new TestCaller(sandbox).get("/domain");

            assertThat(file).doesNotExist();
        }
    }

    @Test
    void refusesAFileThatIsNoState() throws Exception {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "dear diary");

        assertThatThrownBy(() -> OvhSandbox.start(options(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("notes.txt")
                .hasMessageContaining("nothing was started");
        assertThat(Files.readString(file)).isEqualTo("dear diary");
    }

    @Test
    void answersTheSameForTheSameSeedAndCalls() throws Exception {
        String one;
        String other;
        try (OvhSandbox sandbox = OvhSandbox.start(options(null))) {
            one = names(sandbox);
            sandbox.reset();
            assertThat(names(sandbox)).isEqualTo(one);
        }
        try (OvhSandbox sandbox = OvhSandbox.start(options(null).withSeed(2))) {
            other = names(sandbox);
        }
        assertThat(other).isNotEqualTo(one);
    }

    private static String names(OvhSandbox sandbox) throws IOException, InterruptedException {
        TestCaller caller = new TestCaller(sandbox);
        return caller.get("/domain").http().body()
                + caller.post("/order/cart", ANY_CART).json().path("cartId").asText();
    }

    private static JsonNode credential(TestCaller caller) throws IOException, InterruptedException {
        return caller.plain(
                        "POST",
                        "/auth/credential",
                        "{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/*\"}]}",
                        "X-Ovh-Application",
                        OvhSandbox.APPLICATION_KEY)
                .json();
    }

    private static SandboxOptions options(Path file) {
        return SandboxOptions.defaults().withDomains(8).withStore(file);
    }
}
