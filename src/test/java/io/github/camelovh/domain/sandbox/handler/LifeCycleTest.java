// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a name that nobody renews, and to one that is renewed in time, late and too late. */
class LifeCycleTest {
    private static final String MINE = Portfolio.FIRST_NAME;
    private static final String NAME = "/domain/{serviceName}";

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(1);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private JsonNode name() {
        return shopper.get(NAME, MINE);
    }

    private LocalDate expires() {
        return OffsetDateTime.parse(name().get("expirationDate").asText()).toLocalDate();
    }

    private void setRenewal(boolean automatic, boolean deleteAtExpiration) {
        JsonNode renew = shopper.get(NAME + "/serviceInfos", MINE).get("renew").deepCopy();
        ((ObjectNode) renew).put("automatic", automatic).put("deleteAtExpiration", deleteAtExpiration);
        shopper.put(NAME + "/serviceInfos", body("renew", renew), MINE);
    }

    /** Moves the clock to a day before or after the first expiry of the name. */
    private void goTo(LocalDate expiry, int daysAfter) {
        LocalDate today = LocalDate.ofInstant(shopper.sandbox().now(), ZoneOffset.UTC);
        shopper.wait(Duration.ofDays(ChronoUnit.DAYS.between(today, expiry.plusDays(daysAfter))));
    }

    private long renewals() {
        long count = 0;
        for (JsonNode order : shopper.get("/me/order")) {
            count += shopper.get("/me/order/{orderId}/details", order.asLong()).size();
        }
        return count;
    }

    @Test
    void whatIsRenewedByOvhcloudIsBilledEarlyAndMovesLate() {
        setRenewal(true, false);
        LocalDate expiry = expires();

        goTo(expiry, -32);
        assertThat(renewals()).isZero();
        goTo(expiry, -28);
        assertThat(renewals()).isEqualTo(1);
        assertThat(expires()).as("the registry is told later").isEqualTo(expiry);
        goTo(expiry, -8);
        assertThat(expires()).isEqualTo(expiry.plusYears(1));
        assertThat(name().get("renewalState").asText()).isEqualTo("automatic_renew");
        goTo(expiry, 20);
        assertThat(renewals()).isEqualTo(1);
        assertThat(name().get("state").asText()).isEqualTo("ok");
    }

    @Test
    void whatCannotBePaidIsNotRenewed() {
        setRenewal(true, false);
        for (JsonNode method : shopper.get("/me/payment/method")) {
            shopper.delete("/me/payment/method/{paymentMethodId}", method.asLong());
        }
        LocalDate expiry = expires();

        goTo(expiry, -20);

        assertThat(name().get("renewalState").asText()).isEqualTo("unpaid");
        goTo(expiry, 1);
        assertThat(name().get("state").asText()).isEqualTo("expired");
    }

    @Test
    void whatNobodyRenewsIsSuspendedThenRestorableThenGone() {
        setRenewal(false, false);
        LocalDate expiry = expires();
        long usual = price();

        goTo(expiry, 2);
        assertThat(name().get("state").asText()).isEqualTo("expired");
        assertThat(name().get("suspensionState").asText()).isEqualTo("suspended");
        assertThat(shopper.get("/v2/domain/name/{domainName}", MINE)
                        .at("/currentState/mainState")
                        .asText())
                .isEqualTo("EXPIRED");
        assertThat(price()).isEqualTo(usual);
        goTo(expiry, 30);
        assertThat(name().get("state").asText()).isEqualTo("restorable");
        assertThat(price()).isGreaterThan(2 * usual);
        goTo(expiry, 61);
        assertThat(shopper.get("/domain")).isEmpty();
        assertThat(shopper.call(true, "GET", NAME, null, MINE).status()).isEqualTo(404);
        assertThat(renewals()).isZero();
    }

    private long service() {
        return name().get("serviceId").asLong();
    }

    private long price() {
        return shopper.get("/service/{serviceId}/renew", service())
                .at("/0/strategies/0/priceInUcents")
                .asLong();
    }

    @Test
    void whatIsRestoredCountsFromItsOldExpiry() {
        setRenewal(false, false);
        LocalDate expiry = expires();
        goTo(expiry, 40);

        JsonNode order = shopper.post(
                "/service/{serviceId}/renew",
                body("duration", "P1Y", "dryRun", false, "services", List.of(service())),
                service());
        long method = shopper.get("/me/payment/method").get(0).asLong();
        shopper.post(
                "/me/order/{orderId}/pay",
                body("paymentMethod", body("id", method)),
                order.get("orderId").asLong());
        shopper.wait(Duration.ofMinutes(1));

        assertThat(expires()).isEqualTo(expiry.plusYears(1));
        assertThat(name().get("state").asText()).isEqualTo("ok");
    }

    @Test
    void whatIsGivenUpHasNoGrace() {
        setRenewal(true, true);
        LocalDate expiry = expires();

        goTo(expiry, -5);
        assertThat(name().get("renewalState").asText()).isEqualTo("cancellation_requested");
        goTo(expiry, 2);
        assertThat(name().get("state").asText()).isEqualTo("restorable");
        goTo(expiry, 33);
        assertThat(shopper.get("/domain")).isEmpty();
        assertThat(renewals()).isZero();
    }
}
