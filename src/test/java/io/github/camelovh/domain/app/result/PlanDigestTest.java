/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.result;

import static io.github.camelovh.domain.app.result.ResultRows.HEADER;
import static io.github.camelovh.domain.app.result.ResultRows.refusedInPlan;
import static io.github.camelovh.domain.app.result.ResultRows.toBuy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.row.FileFormat;
import io.github.camelovh.domain.app.row.RowHeader;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanDigestTest {
    private static final PlanRow ROW = toBuy(2, "one.fr", "6.99 EUR", "8.39 EUR");

    @Test
    void isTheSameForTheSamePlan() {
        assertThat(digest(ROW))
                .isEqualTo(digest(toBuy(2, "one.fr", "6.990 EUR", "8.39 EUR")))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void changesWithEverythingThatIsApproved() {
        assertThat(List.of(
                        digest(ROW),
                        digest(),
                        digest(ROW, ROW),
                        digest(toBuy(3, "one.fr", "6.99 EUR", "8.39 EUR")),
                        digest(toBuy(2, "two.fr", "6.99 EUR", "8.39 EUR")),
                        digest(toBuy(2, "one.fr", "7.00 EUR", "8.39 EUR")),
                        digest(toBuy(2, "one.fr", "6.99 EUR", "8.40 EUR")),
                        digest(toBuy(2, "one.fr", "6.99 USD", "8.39 USD")),
                        digest(refusedInPlan(2, "one.fr", "no")),
                        withCells(List.of("order", "one.fr", "x")),
                        withCells(List.of("orde", "rone.fr", "")),
                        otherColumns()))
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotChangeWithTheWordingOfAReason() {
        assertThat(digest(refusedInPlan(2, "one.fr", "no"))).isEqualTo(digest(refusedInPlan(2, "one.fr", "never")));
    }

    @Test
    void isShortenedForTyping() {
        assertThat(PlanDigest.shortened("0123456789abcdef")).isEqualTo("0123456789ab");
    }

    private static String withCells(List<String> cells) {
        return digest(
                PlanRow.buy(2, "order", "one.fr", cells, "P1Y", ROW.withoutTax(), ROW.withTax(), "create-default"));
    }

    private static String otherColumns() {
        PlanDigest digest =
                new PlanDigest(new RowHeader(List.of("action", "domain", "config.REASON"), FileFormat.plain()));
        digest.add(ROW);
        return digest.value();
    }

    private static String digest(PlanRow... rows) {
        PlanDigest digest = new PlanDigest(HEADER);
        for (PlanRow row : rows) {
            digest.add(row);
        }
        return digest.value();
    }
}
