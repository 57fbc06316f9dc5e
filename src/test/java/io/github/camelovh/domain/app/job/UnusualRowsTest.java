// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnusualRowsTest {
    private final UnusualRows unusual = new UnusualRows();

    private void add(String action, String domain, boolean byCart, PlanFigures figures) {
        String key = figures.withoutTax() == null ? null : action + " " + domain;
        unusual.add(new Request(
                1,
                1,
                2,
                action,
                domain,
                RequestState.PLANNED,
                0,
                null,
                null,
                null,
                key,
                byCart,
                "{}",
                null,
                figures,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH));
    }

    private void order(String domain, String price, String offer) {
        add("order", domain, true, new PlanFigures(Money.of(price), null, offer, "P1Y", "premium false"));
    }

    private void change(String action, String domain, String lines) {
        add(action, domain, false, PlanFigures.ofChanges(lines));
    }

    @Test
    void whatIsUsualIsNotTold() {
        order("one.fr", "7 EUR", "create-default");
        order("two.fr", "7 EUR", "create-default");
        order("three.com", "10 EUR", "create-default");
        change("set-record", "one.fr", "+ www 300 A 192.0.2.1");
        change("set-name-servers", "one.fr", "name servers a -> b");

        assertThat(unusual.lines()).isEmpty();
    }

    @Test
    void dearNamesAreToldByWhatMakesThemDear() {
        order("gold.fr", "700 EUR", "create-premium");
        order("sold.com", "900 EUR", "transfer-aftermarket1");

        assertThat(unusual.lines())
                .containsExactly("1 row (gold.fr) at a premium price", "1 row (sold.com) sold by a third party");
    }

    @Test
    void aPriceAboveThatOfMostNamesOfItsExtensionIsTold() {
        order("one.fr", "7 EUR", "create-default");
        order("two.fr", "7 EUR", "create-default");
        order("cheap.fr", "5 EUR", "create-default");
        order("dear.fr", "30 EUR", "create-default");
        order("more.fr", "7 EUR", "create-default");
        order("other.com", "30 EUR", "create-default");

        assertThat(unusual.lines())
                .containsExactly(
                        "1 row (dear.fr) at 30.00 EUR without tax: most order rows of .fr for P1Y cost 7.00 EUR");
    }

    @Test
    void noPriceIsTheUsualOneWhereAllDiffer() {
        order("one.fr", "7 EUR", "create-default");
        order("two.fr", "70 EUR", "create-default");

        assertThat(unusual.lines()).isEmpty();
    }

    @Test
    void whatGoesAwayIsTold() {
        change("delete-record", "one.fr", "- old CNAME www.example.com.");
        change("set-record", "two.fr", "+ www 300 A 192.0.2.1\n- www 300 A 192.0.2.9");
        change("set-auto-renew", "three.fr", "renewal automatic -> cancel: the name is given up on 2027-01-01");

        assertThat(unusual.lines())
                .containsExactly(
                        "2 rows (one.fr, two.fr) with records that are deleted",
                        "1 row (three.fr) of a name that is given up");
    }

    @Test
    void aRestoreIsTold() {
        for (int i = 1; i <= 5; i++) {
            String line =
                    "in its redemption period since it expired on 2026-10-01: restore and renew for P1Y at 96.00 EUR"
                            + " with tax";
            add("renew", "late" + i + ".fr", false, new PlanFigures(Money.of("80 EUR"), null, null, "P1Y", line));
        }

        assertThat(unusual.lines())
                .containsExactly(
                        "5 rows (late1.fr, late2.fr, late3.fr, ...) to restore a name, which costs many times a renewal");
    }
}
