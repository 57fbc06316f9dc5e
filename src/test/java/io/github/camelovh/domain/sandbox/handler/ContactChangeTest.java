// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other accounts become contacts of a service, after somebody has answered a mail. */
class ContactChangeTest {

    private static final String MINE = Portfolio.FIRST_NAME;
    private static final String TASK = "/me/task/contactChange/{id}";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(1);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private JsonNode asked(Object... roles) {
        JsonNode ids = shopper.post("/domain/{serviceName}/changeContact", body(roles), MINE);
        shopper.wait(LONG_ENOUGH);
        return ids;
    }

    private String state(long id) {
        return shopper.get(TASK, id).get("state").asText();
    }

    private String token(int mail) {
        return shopper.control("GET", "mails/" + MINE, null)
                .at("/" + mail + "/token")
                .asText();
    }

    private int answer(long id, String how, String token) {
        return shopper.call(true, "POST", TASK + "/" + how, body("token", token), id)
                .status();
    }

    @Test
    void changesEachRoleByATaskOfItsOwn() {
        JsonNode ids = asked("contactAdmin", "xx2222-ovh", "contactTech", "xx3333-ovh");
        assertThat(ids).hasSize(2);
        long admin = ids.get(0).asLong();
        assertThat(state(admin)).isEqualTo("validatingByCustomers");
        assertThat(shopper.get("/me/task/contactChange?toAccount={a}&state={s}", "xx3333-ovh", "validatingByCustomers"))
                .containsExactly(ids.get(1));
        assertThat(shopper.get("/me/task/contactChange?askingAccount={a}", "xx9999-ovh"))
                .isEmpty();

        assertThat(answer(admin, "accept", token(0))).isEqualTo(200);
        assertThat(state(admin)).isEqualTo("doing");
        shopper.wait(LONG_ENOUGH);

        assertThat(state(admin)).isEqualTo("done");
        assertThat(shopper.get("/domain/{serviceName}", MINE)
                        .at("/contactAdmin/id")
                        .asText())
                .isEqualTo("xx2222-ovh");
        assertThat(shopper.get("/domain/{serviceName}/serviceInfos", MINE)
                        .get("contactTech")
                        .asText())
                .isEqualTo("sb1111-ovh");
        assertThat(shopper.get("/v2/domain/name?contactAdministrator={a}", "xx2222-ovh"))
                .hasSize(1);
        assertThat(answer(admin, "accept", token(0))).isEqualTo(409);
    }

    @Test
    void takesTheTokenOfTheLatestMailAlone() {
        long id = asked("contactBilling", "xx2222-ovh").get(0).asLong();
        shopper.post(TASK + "/resendEmail", null, id);

        assertThat(answer(id, "accept", token(0))).isEqualTo(403);
        assertThat(answer(id, "refuse", token(1))).isEqualTo(200);

        assertThat(state(id)).isEqualTo("refused");
    }

    @Test
    void expiresAfterThirtyDays() {
        long id = asked("contactAdmin", "xx2222-ovh").get(0).asLong();
        shopper.wait(Duration.ofDays(29));
        assertThat(state(id)).isEqualTo("validatingByCustomers");

        shopper.wait(Duration.ofDays(1));

        assertThat(state(id)).isEqualTo("expired");
    }

    @Test
    void refusesWhatMakesNoSense() {
        asked("contactAdmin", "xx2222-ovh");

        for (JsonNode wish : new JsonNode[] {
            body(), body("contactTech", "somebody"), body("contactTech", "sb1111-ovh"),
        }) {
            assertThat(shopper.call(true, "POST", "/domain/{serviceName}/changeContact", wish, MINE)
                            .status())
                    .isEqualTo(400);
        }
        assertThat(shopper.call(
                                true,
                                "POST",
                                "/domain/{serviceName}/changeContact",
                                body("contactAdmin", "xx4444-ovh"),
                                MINE)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void isThereForZonesToo() {
        JsonNode ids = shopper.post("/domain/zone/{zoneName}/changeContact", body("contactTech", "xx2222-ovh"), MINE);

        assertThat(shopper.get(TASK, ids.get(0).asLong()).get("serviceDomain").asText())
                .isEqualTo(MINE);
    }
}
