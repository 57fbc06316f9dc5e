// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that ask the customer for something, and tasks with OVHcloud's own problems. */
class TaskRepairTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);
    private static final String ARGUMENT = "/me/task/domain/{id}/argument/{key}";

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(0);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private JsonNode task(String name) {
        return shopper.task(name, "DomainCreate");
    }

    private long failed(String name) {
        shopper.buy(name);
        shopper.wait(LONG_ENOUGH);
        JsonNode task = task(name);
        assertThat(task.get("status").asText()).isEqualTo("error");
        assertThat(task.get("canRelaunch").asBoolean()).isTrue();
        return task.get("id").asLong();
    }

    private String relaunched(String name, long id) {
        shopper.post("/me/task/domain/{id}/relaunch", null, id);
        shopper.wait(LONG_ENOUGH);
        return task(name).get("status").asText();
    }

    private int set(long id, String key, String value) {
        return shopper.call(true, "PUT", ARGUMENT, body("value", value), id, key)
                .status();
    }

    private int put(String url, String content) {
        return shopper.plain(
                        HttpRequest.newBuilder(URI.create(url))
                                .PUT(HttpRequest.BodyPublishers.ofString(content))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private JsonNode document(String name) {
        return shopper.post("/me/document", body("name", name, "tags", List.of(body("key", "of", "value", "owner"))));
    }

    @Test
    void wantsATextOfSomeLength() {
        long id = failed("reason-example.com");
        JsonNode argument = shopper.get(ARGUMENT, id, "legitimacy");
        assertThat(argument.get("minimumSize").asInt()).isEqualTo(20);
        assertThat(argument.get("template").asText()).contains("reason-example.com");

        assertThat(set(id, "legitimacy", "too short")).isEqualTo(400);
        assertThat(set(id, "legitimacy", "x".repeat(256))).isEqualTo(400);
        assertThat(set(id, "legitimacy", "It is the name of my own company")).isEqualTo(200);

        assertThat(relaunched("reason-example.com", id)).isEqualTo("done");
    }

    @Test
    void wantsOneOfSomeValues() {
        long id = failed("choice-example.com");
        assertThat(shopper.get(ARGUMENT, id, "registrantType").get("acceptedValues"))
                .extracting(JsonNode::asText)
                .contains("company");

        assertThat(set(id, "registrantType", "cat")).isEqualTo(400);
        assertThat(set(id, "registrantType", "company")).isEqualTo(200);

        assertThat(relaunched("choice-example.com", id)).isEqualTo("done");
    }

    @Test
    void wantsAContactToBeCorrected() {
        long id = failed("contact-example.com");
        JsonNode argument = shopper.get(ARGUMENT, id, "ownerContact");
        assertThat(argument.get("type").asText()).isEqualTo("/me/contact");
        assertThat(argument.get("fields")).extracting(JsonNode::asText).containsExactly("birthDay", "birthCity");
        long contact = argument.get("value").asLong();

        assertThat(set(id, "ownerContact", "1")).isEqualTo(400);
        assertThat(set(id, "ownerContact", "/me/contact/" + contact)).isEqualTo(400);
        assertThat(relaunched("contact-example.com", id)).isEqualTo("error");
        shopper.put("/me/contact/{contactId}", body("birthDay", "1980-01-01", "birthCity", "Lyon"), contact);
        shopper.put(ARGUMENT, body("value", String.valueOf(contact)), id, "ownerContact");

        assertThat(relaunched("contact-example.com", id)).isEqualTo("done");
        long owner = shopper.get("/domain/{serviceName}", "contact-example.com")
                .get("whoisOwner")
                .asLong();
        assertThat(shopper.get("/domain/contact/{contactId}", owner)
                        .get("birthCity")
                        .asText())
                .isEqualTo("Lyon");
    }

    @Test
    void wantsADocumentThatWasUploaded() {
        long id = failed("document-example.com");
        JsonNode argument = shopper.get(ARGUMENT, id, "identityDocument");
        assertThat(argument.get("type").asText()).isEqualTo("/me/document");
        assertThat(argument.get("acceptedFormats")).extracting(JsonNode::asText).contains("pdf");
        assertThat(set(id, "identityDocument", "01234567-0123-4123-8123-0123456789ab"))
                .isEqualTo(400);

        JsonNode document = document("card.pdf");
        shopper.put(ARGUMENT, body("value", document.get("id").asText()), id, "identityDocument");
        assertThat(relaunched("document-example.com", id)).isEqualTo("error");
        assertThat(task("document-example.com").get("comment").asText()).contains("no content");
        assertThat(put(document.get("putUrl").asText(), "%PDF")).isEqualTo(201);

        assertThat(relaunched("document-example.com", id)).isEqualTo("done");
    }

    @Test
    void takesNoDocumentOfAnotherFormat() {
        long id = failed("document-example.com");
        JsonNode document = document("card.docx");
        put(document.get("putUrl").asText(), "words");
        shopper.put(ARGUMENT, body("value", document.get("id").asText()), id, "identityDocument");

        assertThat(relaunched("document-example.com", id)).isEqualTo("error");
        assertThat(task("document-example.com").get("comment").asText()).contains("none of pdf");
    }

    @Test
    void wantsAllKindsAtOnceAndHasOneThatNobodyCanSet() {
        long id = failed("papers-example.com");
        assertThat(shopper.get("/me/task/domain/{id}/argument", id)).hasSize(5);
        assertThat(shopper.get(ARGUMENT, id, "registryReference")
                        .get("readOnly")
                        .asBoolean())
                .isTrue();

        assertThat(set(id, "registryReference", "mine")).isEqualTo(400);
    }

    @Test
    void documentsAreKeptByLinksThatEnd() {
        JsonNode made = document("card.png");
        String id = made.get("id").asText();
        assertThat(made.get("size").asLong()).isZero();
        assertThat(shopper.get("/me/document")).extracting(JsonNode::asText).containsExactly(id);
        put(made.get("putUrl").asText(), "picture");

        JsonNode kept = shopper.get("/me/document/{id}", id);
        assertThat(kept.get("size").asLong()).isEqualTo(7);
        String url = kept.get("getUrl").asText();
        HttpRequest get = HttpRequest.newBuilder(URI.create(url)).build();
        assertThat(shopper.plain(get, BodyHandlers.ofString()).body()).isEqualTo("picture");
        assertThat(put(url, "a link to get is none to put")).isEqualTo(401);
        shopper.wait(Duration.ofHours(2));
        assertThat(shopper.plain(get, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(put(made.get("putUrl").asText(), "late")).isEqualTo(401);

        shopper.put("/me/document/{id}", body("expirationDate", "2027-01-01T00:00:00Z"), id);
        assertThat(shopper.get("/me/document/{id}", id).get("expirationDate").asText())
                .startsWith("2027-01-01");
        shopper.post("/me/document/cors", body("origin", "https://www.example.com"));
        shopper.delete("/me/document/{id}", id);
        assertThat(shopper.get("/me/document")).isEmpty();
    }

    @Test
    void anUploadCanGoWrong() {
        JsonNode document = document("card.pdf");
        shopper.sandbox().fault(Fault.on("PUT /storage/documents/{id}", Fault.Kind.STATUS));

        assertThat(put(document.get("putUrl").asText(), "%PDF")).isEqualTo(503);
        assertThat(put(document.get("putUrl").asText(), "%PDF")).isEqualTo(201);
        shopper.sandbox().verifyCalls("PUT /storage/documents/{id}", 2);
    }

    @ParameterizedTest
    @CsvSource({"problem-example.com, problem", "glitch-example.com, error"})
    void troubleOfOvhcloudHealsByItself(String name, String status) {
        long order = shopper.buy(name);
        shopper.wait(LONG_ENOUGH);
        JsonNode task = task(name);
        assertThat(task.get("status").asText()).isEqualTo(status);
        assertThat(task.get("canRelaunch").asBoolean()).isFalse();
        assertThat(task.get("canCancel").asBoolean()).isFalse();
        assertThat(shopper.call(
                                true,
                                "POST",
                                "/me/task/domain/{id}/relaunch",
                                null,
                                task.get("id").asLong())
                        .status())
                .isEqualTo(409);

        shopper.wait(Duration.ofSeconds(20));

        assertThat(shopper.status(order)).isEqualTo("delivering");
        shopper.wait(LONG_ENOUGH);
        assertThat(task(name).get("status").asText()).isEqualTo("done");
        assertThat(shopper.status(order)).isEqualTo("delivered");
    }

    @Test
    void aTransferCanMeetTroubleOfOvhcloudToo() {
        shopper.buy("taken-glitch-example.com", "AUTH_INFO", "AUTH-taken-glitch-example.com");
        shopper.wait(LONG_ENOUGH);
        assertThat(shopper.task("taken-glitch-example.com", "DomainIncomingTransfer")
                        .get("canRelaunch")
                        .asBoolean())
                .isFalse();

        shopper.wait(Duration.ofSeconds(23));

        assertThat(shopper.get("/domain")).hasSize(1);
    }

    @Test
    void showsTheStepsOfARegistration() {
        shopper.buy("example.com");
        shopper.wait(Duration.ofSeconds(1));

        JsonNode bar = shopper.get(
                "/me/task/domain/{id}/progressbar",
                task("example.com").get("id").asLong());

        assertThat(bar.get("progress").asInt()).isEqualTo(50);
        assertThat(bar.get("followUpSteps")).hasSize(3);
        assertThat(bar.at("/currentStep/step").asText()).isEqualTo("Registration");
    }
}
