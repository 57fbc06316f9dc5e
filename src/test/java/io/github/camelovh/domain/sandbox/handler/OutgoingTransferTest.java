// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.handler.Shopper.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that move to another registrar. */
class OutgoingTransferTest {

    private static final String MINE = Portfolio.FIRST_NAME;
    private static final String NAME = "/domain/{serviceName}";
    private static final String OUTGOING = "DomainOutgoingTransfer";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final Duration OLD_ENOUGH = Duration.ofDays(61);

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(1);
        shopper.wait(OLD_ENOUGH);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private String lock(String name) {
        return shopper.get(NAME, name).get("transferLockStatus").asText();
    }

    private String unlockedCode(String name) {
        shopper.put(NAME, body("transferLockStatus", "unlocked"), name);
        shopper.wait(LONG_ENOUGH);
        return shopper.get(NAME + "/authInfo", name).asText();
    }

    private JsonNode wish(String name, String code) {
        return shopper.control("POST", "outgoing/" + name, body("code", code, "registrar", "Third Registrar"));
    }

    private Answer approve(String name, String type, String token) {
        return shopper.call(
                true, "POST", NAME + "/outgoingTransfer/approve", body("approveType", type, "ident", token), name);
    }

    private void buy(String name) {
        shopper.buy(name);
        shopper.wait(LONG_ENOUGH);
    }

    @Test
    void unlocksAndLocksAgainAfterSevenDays() {
        assertThat(lock(MINE)).isEqualTo("locked");
        unlockedCode(MINE);
        shopper.wait(Duration.ofDays(6));
        assertThat(lock(MINE)).isEqualTo("unlocked");

        shopper.wait(Duration.ofDays(1).minusSeconds(2));
        assertThat(lock(MINE)).isEqualTo("locking");
        shopper.wait(LONG_ENOUGH);

        assertThat(lock(MINE)).isEqualTo("locked");
        assertThat(shopper.task(MINE, "DomainLock").get("status").asText()).isEqualTo("done");
        assertThat(shopper.call(true, "GET", NAME + "/authInfo", null, MINE).status())
                .isEqualTo(403);
    }

    @Test
    void sevenDaysCountFromTheLatestUnlock() {
        unlockedCode(MINE);
        shopper.wait(Duration.ofDays(5));
        shopper.put(NAME, body("transferLockStatus", "locked"), MINE);
        shopper.wait(LONG_ENOUGH);
        unlockedCode(MINE);
        shopper.wait(Duration.ofDays(5));
        assertThat(lock(MINE)).isEqualTo("unlocked");

        shopper.wait(Duration.ofDays(3));

        assertThat(lock(MINE)).isEqualTo("locked");
    }

    @Test
    void leavesOnceItIsApproved() {
        String code = unlockedCode(MINE);
        JsonNode asked = wish(MINE, code);
        assertThat(shopper.get(NAME, MINE).get("state").asText()).isEqualTo("outgoing_transfer");
        assertThat(shopper.get("/v2/domain/name/{domainName}", MINE)
                        .at("/currentState/mainState")
                        .asText())
                .isEqualTo("PENDING_OUTGOING_TRANSFER");
        assertThat(shopper.control("GET", "mails/" + MINE, null).at("/0/token")).isEqualTo(asked.get("token"));

        assertThat(approve(MINE, "accept", "wrong").status()).isEqualTo(403);
        assertThat(approve(MINE, "accept", asked.get("token").asText()).status())
                .isEqualTo(200);
        assertThat(approve(MINE, "reject", asked.get("token").asText()).status())
                .isEqualTo(409);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.get("/domain")).isEmpty();
        assertThat(shopper.get("/service")).isEmpty();
        assertThat(shopper.call(true, "GET", NAME, null, MINE).status()).isEqualTo(404);
        assertThat(shopper.task(MINE, OUTGOING).get("status").asText()).isEqualTo("done");
        assertThat(shopper.get("/domain/zone")).extracting(JsonNode::asText).containsExactly(MINE);
        assertThat(shopper.control("GET", "elsewhere/" + MINE, null)
                        .get("registrar")
                        .asText())
                .isEqualTo("Third Registrar");
    }

    @Test
    void staysWhereItIsWhenRejected() {
        JsonNode asked = wish(MINE, unlockedCode(MINE));

        approve(MINE, "reject", asked.get("token").asText());
        shopper.wait(Duration.ofDays(6));

        assertThat(shopper.task(MINE, OUTGOING).get("status").asText()).isEqualTo("cancelled");
        assertThat(shopper.get(NAME, MINE).get("state").asText()).isEqualTo("ok");
        assertThat(lock(MINE)).isEqualTo("unlocked");
        assertThat(shopper.control("GET", "outgoing/" + MINE, null)
                        .get("status")
                        .asText())
                .isEqualTo("cancelled");
        shopper.wait(Duration.ofDays(2));
        assertThat(lock(MINE)).isEqualTo("locked");
    }

    @Test
    void leavesAfterFiveDaysWithoutAnAnswer() {
        wish(MINE, unlockedCode(MINE));
        shopper.wait(Duration.ofDays(4));
        JsonNode task = shopper.task(MINE, OUTGOING);
        assertThat(task.get("status").asText()).isEqualTo("doing");
        assertThat(task.get("canCancel").asBoolean()).isFalse();

        shopper.wait(Duration.ofDays(1));

        assertThat(shopper.get("/domain")).isEmpty();
    }

    @Test
    void comesBackAsAnyNameElsewhere() {
        String code = unlockedCode(MINE);
        wish(MINE, code);
        shopper.wait(OLD_ENOUGH.plusDays(5));

        shopper.buy(MINE, "AUTH_INFO", "AUTH-" + MINE);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.get("/domain")).extracting(JsonNode::asText).containsExactly(MINE);
        assertThat(shopper.get("/service")).hasSize(1);
        long service = shopper.get("/service").get(0).asLong();
        assertThat(shopper.get("/service/{serviceId}", service)
                        .at("/resource/name")
                        .asText())
                .isEqualTo(MINE);
    }

    @Test
    void theRegistryRefusesWhatIsLockedYoungOrWithoutCode() {
        assertThat(wish(MINE, "any").get("message").asText()).contains("it is locked");
        unlockedCode(MINE);
        assertThat(wish(MINE, "wrong").get("message").asText()).contains("auth code is missing or wrong");
        buy("new-name.com");
        String code = unlockedCode("new-name.com");
        assertThat(wish("new-name.com", code).get("message").asText()).contains("60 days");
        shopper.wait(Duration.ofDays(54));
        code = unlockedCode("new-name.com");
        shopper.wait(Duration.ofDays(6));
        assertThat(wish("new-name.com", code).get("status").asText()).isEqualTo("todo");
        assertThat(shopper.call(true, "PUT", NAME, body("transferLockStatus", "locked"), "new-name.com")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aNameThatArrivedStaysForSixtyDays() {
        shopper.buy("taken-one.com", "AUTH_INFO", "AUTH-taken-one.com");
        shopper.wait(LONG_ENOUGH);
        String code = unlockedCode("taken-one.com");

        assertThat(wish("taken-one.com", code).get("message").asText()).contains("60 days");
    }

    @Test
    void nobodyCanApproveWhatWasNotAskedFor() {
        assertThat(approve(MINE, "accept", "any").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.uk", "one.co.uk", "one.es"})
    void someExtensionsHaveNeitherLockNorCode(String name) {
        buy(name);

        assertThat(lock(name)).isEqualTo("unavailable");
        Answer code = shopper.call(true, "GET", NAME + "/authInfo", null, name);
        assertThat(code.status()).isEqualTo(400);
        assertThat(code.body().get("message").asText()).contains("has no auth code");
        assertThat(shopper.call(true, "PUT", NAME, body("transferLockStatus", "unlocked"), name)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.de", "one.eu", "one.it"})
    void someHaveACodeAndNoLock(String name) {
        buy(name);

        assertThat(lock(name)).isEqualTo("unavailable");
        String code = shopper.get(NAME + "/authInfo", name).asText();
        assertThat(wish(name, code).get("status").asText()).isEqualTo("todo");
    }

    @Test
    void aBritishNameLeavesByItsTag() {
        buy("one.co.uk");
        assertThat(shopper.get(NAME + "/ukRegistrars", "one.co.uk"))
                .extracting(registrar -> registrar.get("tag").asText())
                .contains("EXAMPLE-GB");
        assertThat(shopper.call(true, "POST", NAME + "/ukOutgoingTransfer", body("tag", "NOBODY"), "one.co.uk")
                        .status())
                .isEqualTo(400);

        JsonNode task = shopper.post(NAME + "/ukOutgoingTransfer", body("tag", "EXAMPLE-GB"), "one.co.uk");
        assertThat(task.get("function").asText()).isEqualTo(OUTGOING);
        assertThat(shopper.call(true, "POST", NAME + "/ukOutgoingTransfer", body("tag", "EXAMPLE-GB"), "one.co.uk")
                        .status())
                .isEqualTo(409);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.get("/domain")).extracting(JsonNode::asText).containsExactly(MINE);
        assertThat(shopper.control("GET", "elsewhere/one.co.uk", null)
                        .get("registrar")
                        .asText())
                .isEqualTo("Example Names Ltd");
        assertThat(shopper.call(true, "GET", NAME + "/ukRegistrars", null, MINE).status())
                .isEqualTo(400);
    }
}
