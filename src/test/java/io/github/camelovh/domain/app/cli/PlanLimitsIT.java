// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static io.github.camelovh.domain.app.cli.Cli.code;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a plan may buy: nothing without its code and its limits, and never more than those that it was shown with. */
@Tag("once")
class PlanLimitsIT extends ImportSteps {
    @Test
    void planOnlyGivesPricesAndBuysNothing() throws Exception {
        Path file = file("plan.csv", "order,plan-shop.com,1,,,", "order,plan-shop.fr,2,,,");

        Cli.Said said = importing(file, "--plan-only");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out()).contains("11.99 EUR", "2 buy");
        assertThat(outbox("plan.plan.csv")).contains("plan-shop.com", "create-default");
        assertThat(summary("plan").path("planned").asInt()).isEqualTo(2);
        assertThat(summary("plan").path("unfinished").asInt()).isZero();
        assertThat(summary("plan").has("finishedAt")).isFalse();
        assertThat(sandbox.orders()).isEmpty();
        sandbox.verifyCalls(CHECKOUT, 0);
    }

    @Test
    void planOnlyShowsThePlanOfAFileOfWhichNothingIsLeftToBuy() throws Exception {
        Path file = file("none.csv", "order,-bad-.com,1,,,", "order,premium-none.com,1,,,");
        assertThat(importing(file).code()).isEqualTo(1);

        Cli.Said said = importing(file, "--plan-only");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out()).contains("premium-none.com", "2 refused", "Code: ");
        assertThat(said.err()).doesNotContain("approved earlier");
    }

    @Test
    void aPlanWithoutALimitIsNotBoughtEvenWithYes() throws Exception {
        Cli.Said said = importing(file("free.csv", "order,free-shop.com,1,,,"), "--yes");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("No money limit is set", "--max-total");
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void aPlanWaitsForItsCodeAndNoOther() throws Exception {
        Path file = file("wait.csv", "order,wait-shop.com,1,,,");

        Cli.Said waits = importing(file, "--max-total", "20");
        String code = code(waits);
        Cli.Said other = importing(file, "--max-total", "20", "--approve", "acde-2346");
        assertThat(sandbox.orders()).isEmpty();
        Cli.Said right = importing(file, "--max-total", "20", "--approve", code);

        assertThat(waits.code()).isEqualTo(3);
        assertThat(waits.err()).contains("waits for approval", "--approve " + code);
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err()).contains(code, "ACDE-2346");
        assertThat(right.code()).as(right.toString()).isZero();
        sandbox.verifySoldOnce("wait-shop.com");
    }

    @Test
    void aPlanOverTheTotalIsNotBoughtAtAll() throws Exception {
        Path file = file("dear.csv", "order,dear-one.com,1,,,", "order,dear-two.com,1,,,");

        Cli.Said said = importing(file, "--yes", "--max-total", "23.97");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("23.98 EUR", "23.97 EUR", "Nothing was bought");
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void theTotalThatAPlanWasShownWithNeedNotBeGivenAgain() throws Exception {
        Path file = file("kept.csv", "order,kept-one.com,1,,,", "order,kept-two.com,1,,,");

        Cli.Said waits = importing(file, "--max-total", "23.98");
        Cli.Said bought = importing(file, "--approve", code(waits));

        assertThat(waits.code()).as(waits.toString()).isEqualTo(3);
        assertThat(bought.code()).as(bought.toString()).isZero();
        assertThat(sold()).containsExactly("kept-one.com", "kept-two.com");
    }

    @Test
    void noLaterCommandBuysWithALaxerTotalUnlessItIsGivenForThatFile() throws Exception {
        Path file = file("lax.csv", "order,lax-one.com,1,,,", "order,lax-two.com,1,,,");
        List<String> lax = List.of("--set", "ovh-domain.limit.day=500", "--set", "ovh-domain.limit.run=500");
        importing(file, "--max-total", "20");

        Cli.Said again = importing(file, "--yes", lax.get(0), lax.get(1), lax.get(2), lax.get(3));
        List<String> approve = new ArrayList<>(List.of("approve", code(again), "--data", data().toString()));
        approve.addAll(lax);
        Cli.Said approved = Cli.run(sandbox, approve.toArray(String[]::new));
        List<String> before = sold();
        Cli.Said raised = importing(file, "--yes", "--max-total", "30");

        assertThat(again.code()).as(again.toString()).isEqualTo(3);
        assertThat(again.err()).contains("23.98 EUR", "20.00 EUR", "Nothing was bought");
        assertThat(approved.code()).as(approved.toString()).isEqualTo(3);
        assertThat(approved.err()).contains("20.00 EUR");
        assertThat(before).isEmpty();
        assertThat(raised.code()).as(raised.toString()).isZero();
    }

    @Test
    void whoeverApprovesAPlanByItsCodeCannotLoosenItsLimits() throws Exception {
        Path file = file("bound.csv", "order,bound-shop.com,1,,,");
        String day = "ovh-domain.limit.day=2";
        String shown = code(importing(file, "--plan-only", "--set", "ovh-domain.limit.item=1", "--set", day));

        Cli.Said loosened = importing(file, "--approve", shown, "--max-total", "1000");
        Cli.Said shownAgain = importing(file, "--plan-only", "--max-total", "1000");
        Cli.Said former = importing(file, "--approve", shown);
        List<String> before = sold();
        Cli.Said bought = importing(file, "--approve", code(shownAgain), "--max-total", "12");

        assertThat(loosened.code()).as(loosened.toString()).isEqualTo(3);
        assertThat(loosened.err()).contains("11.99 EUR", "2.00 EUR", "Nothing was bought");
        assertThat(former.code()).as(former.toString()).isEqualTo(3);
        assertThat(former.err()).contains("is another one by now");
        assertThat(before).isEmpty();
        assertThat(bought.code()).as(bought.toString()).isZero();
    }

    @Test
    void aPlanMadeUnderOtherSettingsIsAnotherPlan() throws Exception {
        Path file = file("terms.csv", "order,terms-shop.com,1,,,");
        String before = code(importing(file, "--max-total", "20"));
        String other = "ovh-domain.order.configuration.REASON=another one";

        Cli.Said stopped = importing(file, "--approve", before, "--set", other);
        String now = code(stopped);
        Cli.Said elsewhere =
                importing(file, "--approve", before, "--set", other, "--set", "ovh-domain.order.premium=x.com");
        List<String> sold = sold();
        Cli.Said bought = importing(file, "--approve", now, "--set", other);

        assertThat(stopped.code()).as(stopped.toString()).isEqualTo(3);
        assertThat(stopped.err()).contains("is another one by now");
        assertThat(elsewhere.code()).as(elsewhere.toString()).isEqualTo(3);
        assertThat(sold).isEmpty();
        assertThat(now).isNotEqualTo(before);
        assertThat(bought.code()).as(bought.toString()).isZero();
    }

    @Test
    void whatWasSpentTodayCountsAgainstTheNextPlan() throws Exception {
        String day = "ovh-domain.limit.day=35.96";
        Path first = file("today.csv", "order,today-one.com,1,,,", "order,today-two.com,1,,,");
        Path second = file("later.csv", "order,later.com,1,,,");

        Cli.Said bought = importing(first, "--yes", "--set", day);
        Cli.Said stopped = importing(second, "--yes", "--set", day);
        Cli.Said raised = importing(second, "--yes", "--set", "ovh-domain.limit.day=35.97");

        assertThat(bought.code()).as(bought.toString()).isZero();
        assertThat(stopped.code()).as(stopped.toString()).isEqualTo(3);
        assertThat(stopped.err()).contains("11.98 EUR is left today", "Nothing was bought");
        assertThat(raised.code()).as(raised.toString()).isZero();
        sandbox.verifySoldOnce("later.com");
    }

    @Test
    void aPriceThatRoseSinceTheApprovalStopsItsRowOnly() throws Exception {
        Path file = file("rose.csv", "order,rose-one.com,1,,,", "order,rose-two.com,1,,,");
        assertThat(importing(file, "--plan-only").code()).isZero();
        changePlannedPrice("rose-one.com", "8.00");

        Cli.Said said = importing(file, "--yes", "--max-total", "100");

        assertThat(said.code()).as(said.toString()).isEqualTo(1);
        assertThat(sold()).containsExactly("rose-two.com");
        assertThat(outbox("rose.refused.csv")).contains("rose-one.com", "8.00 EUR", "9.99 EUR");
    }

    private void changePlannedPrice(String domain, String price) throws Exception {
        try (Connection ledger =
                DriverManager.getConnection("jdbc:h2:file:" + data().resolve("ledger") + ";FILE_LOCK=FS", "sa", "")) {
            try (var update = ledger.prepareStatement("update request set price_without_tax = ? where domain = ?")) {
                update.setBigDecimal(1, new java.math.BigDecimal(price));
                update.setString(2, domain);
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }
    }
}
