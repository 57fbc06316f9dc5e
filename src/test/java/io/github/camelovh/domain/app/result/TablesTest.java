// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import static io.github.camelovh.domain.app.result.ResultRows.bought;
import static io.github.camelovh.domain.app.result.ResultRows.ended;
import static io.github.camelovh.domain.app.result.ResultRows.refusedInPlan;
import static io.github.camelovh.domain.app.result.ResultRows.run;
import static io.github.camelovh.domain.app.result.ResultRows.toBuy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
    @Test
    void printsThePlanWithItsCost() {
        PlanTable table = new PlanTable(3);
        table.add(toBuy(2, "one.fr", "6.99 EUR", "8.39 EUR"));
        table.add(toBuy(3, "xn--wgv71a119e.com", "9.99 EUR", "11.99 EUR"));
        table.add(refusedInPlan(10, "premium-x.com", "premium name"));
        table.add(toBuy(11, "not-shown.com", "9.99 EUR", "11.99 EUR"));

        assertThat(table.render()).isEqualTo("""
                line  action  domain                           period  offer              price   with tax  verdict
                ----  ------  -------------------------------  ------  --------------  --------  ---------  -------
                   2  order   one.fr                           P1Y     create-default  6.99 EUR   8.39 EUR  buy
                   3  order   日本語.com (xn--wgv71a119e.com)  P1Y     create-default  9.99 EUR  11.99 EUR  buy
                  10  order   premium-x.com                                                                 refused
                      premium name
                ... and 1 more row; the plan file has it too

                4 rows: 3 buy, 1 refused. To pay: 32.37 EUR with tax (26.97 EUR without).
                """);
        assertThat(table.totalWithTax()).isEqualTo(Money.of("32.37 EUR"));
        assertThat(table.toBuy()).isEqualTo(3);
    }

    @Test
    void saysThatATotalIsTheLeastWhereATaxIsNotKnown() {
        PlanTable table = new PlanTable(3);
        table.add(toBuy(2, "one.fr", "6.99 EUR", "8.39 EUR"));
        table.add(PlanRow.buy(
                3, "order", "two.fr", List.of(), "P1Y", Money.of("6.99 EUR"), null, "create-default", null));

        assertThat(table.render())
                .contains("2 rows: 2 buy. To pay: at least 15.38 EUR with tax (13.98 EUR without);"
                        + " the tax of 1 row is not known yet.");
        assertThat(table.totalWithTax()).isEqualTo(Money.of("15.38 EUR"));
    }

    @Test
    void printsTheResultsWithTheirFigures() {
        FinalTable table = new FinalTable(10);
        Totals totals = new Totals();
        for (ResultRow row : List.of(
                bought(2, "one.fr", "", "8.39 EUR"),
                ended(3, "two.fr", "", ResultState.REFUSED, "too dear", "raise maxPrice"))) {
            table.add(row);
            totals.add(row);
        }

        assertThat(table.render(totals.summary(run(2)))).isEqualTo("""
                line  domain  result   order  with tax
                ----  ------  -------  -----  --------
                   2  one.fr  done      1002  8.39 EUR
                   3  two.fr  refused
                      too dear -> raise maxPrice

                2 rows: 1 done, 1 refused, 0 failed, 0 unfinished. 1 order for 8.39 EUR with tax, 42 API calls, 12.3 s.
                """);
    }

    @Test
    void keepsAFileFromSteeringTheTerminal() {
        FinalTable table = new FinalTable(1);
        ResultRow row = ended(2, "a\u001b[2J\r\nb", "", ResultState.REFUSED, "\u202Eevil", null);
        table.add(row);
        Totals totals = new Totals();
        totals.add(row);

        assertThat(table.render(totals.summary(run(1)))).doesNotContain("\u001b", "\r", "\u202E");
    }

    @Test
    void countsPlacesAsATerminalDoes() {
        assertThat(TextTable.places("abc")).isEqualTo(3);
        assertThat(TextTable.places("日本")).isEqualTo(4);
        assertThat(TextTable.places("e\u0301")).isEqualTo(1);
    }
}
