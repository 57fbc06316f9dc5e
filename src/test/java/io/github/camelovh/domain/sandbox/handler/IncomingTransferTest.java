// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in transfer from another registrar, with the days that registries need. */
class IncomingTransferTest {
    private static final Duration CHECKED = Duration.ofSeconds(3);
    private static final String INCOMING = "DomainIncomingTransfer";
    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(SandboxOptions.defaults().withDomains(1).withRegistryTimes());
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private long move(String name) {
        return shopper.buy(name, "AUTH_INFO", "AUTH-" + name);
    }

    private JsonNode task(String name) {
        return shopper.task(name, INCOMING);
    }

    private String status(String name) {
        return task(name).get("status").asText();
    }

    private void relaunch(String name) {
        shopper.post("/me/task/domain/{id}/relaunch", null, task(name).get("id").asLong());
    }

    private JsonNode elsewhere(String name, Object... members) {
        return shopper.control("POST", "elsewhere/" + name, body(members));
    }

    private String step(String name) {
        return shopper.get(
                        "/me/task/domain/{id}/progressbar", task(name).get("id").asLong())
                .at("/currentStep/step")
                .asText();
    }

    private static OffsetDateTime time(JsonNode object, String member) {
        return OffsetDateTime.parse(object.get(member).asText());
    }

    @Test
    void takesFiveDaysAndAddsAYearForAGenericExtension() {
        JsonNode before = shopper.control("GET", "elsewhere/taken-one.com", null);
        long order = move("taken-one.com");
        shopper.wait(CHECKED);
        assertThat(status("taken-one.com")).isEqualTo("doing");
        assertThat(step("taken-one.com")).isEqualTo("Answer of the losing registrar");
        assertThat(task("taken-one.com").get("canCancel").asBoolean()).isTrue();

        shopper.wait(Duration.ofDays(3));
        assertThat(step("taken-one.com")).isEqualTo("Transfer at the registry");
        assertThat(task("taken-one.com").get("canCancel").asBoolean()).isFalse();
        assertThat(shopper.get("/domain")).hasSize(1);
        assertThat(shopper.status(order)).isEqualTo("delivering");

        shopper.wait(Duration.ofDays(2));
        assertThat(status("taken-one.com")).isEqualTo("done");
        assertThat(shopper.status(order)).isEqualTo("delivered");
        JsonNode name = shopper.get("/domain/{serviceName}", "taken-one.com");
        assertThat(time(name, "expirationDate"))
                .isEqualTo(time(before, "expires").plusYears(1));
        assertThat(name.get("transferLockStatus").asText()).isEqualTo("locked");
        assertThat(name.get("nameServerType").asText()).isEqualTo("external");
        assertThat(name.get("nameServers"))
                .extracting(server -> server.get("nameServer").asText())
                .containsExactlyElementsOf(OtherRegistrars.SERVERS);
    }

    @Test
    void takesTheTimeOfTheExtensionAndAddsNothingForACountry() {
        JsonNode before = shopper.control("GET", "elsewhere/taken-one.fr", null);
        move("taken-one.fr");
        shopper.wait(Duration.ofDays(7));
        assertThat(status("taken-one.fr")).isEqualTo("doing");

        shopper.wait(Duration.ofDays(1));

        assertThat(status("taken-one.fr")).isEqualTo("done");
        assertThat(time(shopper.get("/domain/{serviceName}", "taken-one.fr"), "expirationDate"))
                .isEqualTo(time(before, "expires"));
        assertThat(shopper.get("/domain/extensions/{name}/registryConfigurations", "fr")
                        .at("/lifecycle/transfer/includeRenew")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void movesWithTheNameServersThatWereOrdered() {
        shopper.buy("taken-one.com", "AUTH_INFO", "AUTH-taken-one.com", "DNS", "dns103.ovh.net, ns103.ovh.net");
        shopper.wait(Duration.ofDays(6));

        JsonNode name = shopper.get("/domain/{serviceName}", "taken-one.com");
        assertThat(name.get("nameServerType").asText()).isEqualTo("hosted");
        assertThat(name.at("/nameServers/0/nameServer").asText()).isEqualTo("dns103.ovh.net");
    }

    @Test
    void goesOnOnceALockIsLiftedThere() {
        move("locked-one.com");
        shopper.wait(CHECKED);
        assertThat(task("locked-one.com").get("comment").asText()).contains("locked at its present registrar");

        assertThat(elsewhere("locked-one.com", "locked", false).get("locked").asBoolean())
                .isFalse();
        relaunch("locked-one.com");
        shopper.wait(Duration.ofDays(6));

        assertThat(status("locked-one.com")).isEqualTo("done");
    }

    @Test
    void goesOnOnceANameIsOldEnough() {
        move("young-one.com");
        shopper.wait(CHECKED);
        assertThat(task("young-one.com").get("comment").asText()).contains("60 days");
        shopper.wait(Duration.ofDays(39));
        relaunch("young-one.com");
        shopper.wait(CHECKED);
        assertThat(status("young-one.com")).isEqualTo("error");

        shopper.wait(Duration.ofDays(1));
        relaunch("young-one.com");
        shopper.wait(Duration.ofDays(6));

        assertThat(status("young-one.com")).isEqualTo("done");
    }

    @Test
    void isRefusedByALosingRegistrarThatSaysNo() {
        move("nacked-one.com");
        shopper.wait(Duration.ofDays(2));
        assertThat(status("nacked-one.com")).isEqualTo("doing");
        shopper.wait(Duration.ofDays(1));
        JsonNode refused = task("nacked-one.com");
        assertThat(refused.get("status").asText()).isEqualTo("error");
        assertThat(refused.get("comment").asText()).contains("NACK");
        assertThat(refused.get("canRelaunch").asBoolean()).isTrue();

        elsewhere("nacked-one.com", "answer", "accept");
        relaunch("nacked-one.com");
        shopper.wait(Duration.ofDays(6));

        assertThat(status("nacked-one.com")).isEqualTo("done");
    }

    @Test
    void isTakenBackAfterTheLosingRegistrarLetItGo() {
        long order = move("reclaimed-one.com");
        shopper.wait(Duration.ofDays(3));
        assertThat(step("reclaimed-one.com")).isEqualTo("Transfer at the registry");

        shopper.wait(Duration.ofDays(3));

        assertThat(status("reclaimed-one.com")).isEqualTo("cancelled");
        assertThat(task("reclaimed-one.com").get("comment").asText()).contains("took the domain name back");
        assertThat(shopper.status(order)).isEqualTo("cancelled");
        assertThat(shopper.get("/domain")).hasSize(1);
    }

    @Test
    void aNameThatHasArrivedCanBeTakenBackToo() {
        move("taken-one.com");
        shopper.wait(Duration.ofDays(6));

        elsewhere("taken-one.com", "takeBack", true);

        assertThat(shopper.get("/domain")).hasSize(1);
        assertThat(shopper.call(true, "GET", "/domain/{serviceName}", null, "taken-one.com")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void waitsForTheOwnerUntilTheTimeIsOver() {
        move("unconfirmed-one.com");
        shopper.wait(Duration.ofDays(13));
        assertThat(status("unconfirmed-one.com")).isEqualTo("doing");
        assertThat(step("unconfirmed-one.com")).isEqualTo("Confirmation by the owner");

        shopper.wait(Duration.ofDays(2));

        assertThat(status("unconfirmed-one.com")).isEqualTo("error");
        assertThat(task("unconfirmed-one.com").get("comment").asText()).contains("did not confirm");
    }

    @Test
    void goesOnWithTheTokenOfTheLatestMail() {
        move("unconfirmed-one.com");
        shopper.wait(Duration.ofDays(15));
        relaunch("unconfirmed-one.com");
        shopper.wait(CHECKED);
        JsonNode mails = shopper.control("GET", "mails/unconfirmed-one.com", null);
        assertThat(mails).hasSize(2);
        String old = mails.at("/0/token").asText();
        String token = mails.at("/1/token").asText();

        assertThat(shopper.control("POST", "mails/" + old, null).get("message").asText())
                .contains("No transfer and no change of owner waits");
        assertThat(shopper.control("POST", "mails/" + token, null).get("status").asText())
                .isEqualTo("doing");
        shopper.wait(Duration.ofDays(5));

        assertThat(status("unconfirmed-one.com")).isEqualTo("done");
    }

    @Test
    void anOwnerCanRefuse() {
        move("unconfirmed-one.com");
        shopper.wait(CHECKED);
        String token = shopper.control("GET", "mails", null).at("/0/token").asText();

        shopper.control("POST", "mails/" + token, body("refuse", true));

        assertThat(status("unconfirmed-one.com")).isEqualTo("error");
    }

    @Test
    void canBeCalledOffWhileTheLosingRegistrarThinks() {
        long order = move("taken-one.com");
        shopper.wait(Duration.ofDays(1));

        shopper.post(
                "/me/task/domain/{id}/cancel",
                null,
                task("taken-one.com").get("id").asLong());
        shopper.wait(Duration.ofDays(9));

        assertThat(status("taken-one.com")).isEqualTo("cancelled");
        assertThat(shopper.status(order)).isEqualTo("cancelled");
    }

    @Test
    void cannotBeCalledOffAfterwards() {
        move("taken-one.com");
        shopper.wait(Duration.ofDays(4));

        assertThat(shopper.call(
                                true,
                                "POST",
                                "/me/task/domain/{id}/cancel",
                                null,
                                task("taken-one.com").get("id").asLong())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aSecondOneForTheSameNameFailsForGood() {
        move("taken-one.com");
        shopper.wait(Duration.ofHours(1));
        move("taken-one.com");
        shopper.wait(CHECKED);

        assertThat(shopper.get("/me/task/domain?domain={d}&status={s}", "taken-one.com", "error"))
                .singleElement()
                .satisfies(id -> {
                    JsonNode task = shopper.get("/me/task/domain/{id}", id.asLong());
                    assertThat(task.get("comment").asText()).contains("under way already");
                    assertThat(task.get("canRelaunch").asBoolean()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource({"taken-one.uk", "taken-one.co.uk", "taken-one.es"})
    void takesNoCodeWhereTheExtensionHasNone(String name) {
        shopper.buy(name);
        shopper.wait(CHECKED);
        assertThat(shopper.get(
                        "/me/task/domain/{id}/argument", task(name).get("id").asLong()))
                .isEmpty();
        shopper.wait(Duration.ofDays(11));

        assertThat(status(name)).isEqualTo("done");
    }

    @Test
    void waitsForTheTagOfABritishName() {
        shopper.buy("locked-one.co.uk");
        shopper.wait(CHECKED);

        assertThat(task("locked-one.co.uk").get("comment").asText()).contains("tag");
    }

    @Test
    void anyNameCanBeAtAnotherRegistrar() {
        elsewhere("ordinary.com", "code", "s3cret", "registrar", "Third Registrar", "movedDaysAgo", 100);
        shopper.buy("ordinary.com", "AUTH_INFO", "s3cret");
        shopper.wait(Duration.ofDays(6));

        assertThat(shopper.get("/domain")).extracting(JsonNode::asText).contains("ordinary.com");
    }

    @Test
    void saysWhatTheControlRouteTakes() {
        assertThat(elsewhere("taken-one.com", "lock", true).get("message").asText())
                .contains("locked");
        assertThat(elsewhere("taken-one.com", "answer", "perhaps")
                        .get("message")
                        .asText())
                .contains("takeBack");
        assertThat(shopper.control("GET", "elsewhere/nobodys.com", null)
                        .get("message")
                        .asText())
                .contains("No other registrar has");
    }
}
