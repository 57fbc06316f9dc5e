// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule.Outcome;
import io.github.camelovh.domain.renewal.RenewalOffer;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @TempDir
    Path folder;

    private ForecastFiles files() throws IOException {
        RenewalPrices prices = new RenewalPrices(
                name -> List.of(new RenewalOffer("P1Y", Money.of("10.00 EUR"), List.of(1L), List.of())));
        return new ForecastFiles(folder, new ForecastSum(Outlooks.TODAY, prices), NOW);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    @Test
    void theNameThatExpiresFirstStandsFirstWhateverTheOrder() throws IOException {
        try (ForecastFiles files = files()) {
            for (int i = 0; i < 300; i++) {
                int day = (i * 7) % 300 + 1;
                files.add(Outlooks.of(
                        "n" + day + ".fr",
                        Outcome.ASK,
                        0,
                        null,
                        Outlooks.TODAY.plusDays(day).toString(),
                        null));
            }
            assertThat(files.publish(Optional::empty).atRisk()).isEqualTo(90);
        }

        assertThat(names()).containsExactly("expiries.ics", "forecast.csv", "forecast.html", "forecast.json");
        String page = text("forecast.html");
        assertThat(page.indexOf("n1.fr")).isPositive().isLessThan(page.indexOf("n2.fr"));
        assertThat(page.indexOf("n25.fr")).isLessThan(page.indexOf("The next 65"));
        assertThat(page.indexOf("n26.fr")).isGreaterThan(page.indexOf("The next 65"));
        assertThat(page).contains("n90.fr").doesNotContain("n91.fr");
        assertThat(text("forecast.csv")).hasLineCount(301).contains("\nn8.fr,2026-12-03,8,ask,r,");
        JsonNode sums =
                new ObjectMapper().readTree(folder.resolve("forecast.json").toFile());
        assertThat(sums.path("cost").decimalValue()).isEqualByComparingTo("6000.00");
        assertThat(sums.path("months")).hasSize(24);
        assertThat(sums.path("policy").get(0).path("costs")).hasSize(24);
    }

    @Test
    void nothingFromOutsideIsTakenForMarkupOrFormula() throws IOException {
        try (ForecastFiles files = files()) {
            files.add(Outlooks.of("a.fr", Outcome.ASK, 0, "<script>alert(1)</script>", "2026-12-03", null));
            files.add(Outlooks.of("b.fr", Outcome.ASK, 0, "=HYPERLINK(\"x\")", "2026-12-03", null));
            files.publish(Optional::empty);
        }

        assertThat(text("forecast.html")).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(text("forecast.csv")).doesNotContain(",\"=HYPERLINK").doesNotContain(",=HYPERLINK");
    }

    @Test
    void whatStandsInTheWayOfPayingIsSaidWhereOvhcloudRenews() throws IOException {
        try (ForecastFiles files = files()) {
            files.add(Outlooks.of("a.fr", Outcome.RENEW, 1, null, "2026-12-03", null));
            assertThat(files.publish(() -> Optional.of("no <card>")).payment()).isNull();
        }
        try (ForecastFiles files = files()) {
            files.add(Outlooks.of("a.fr", Outcome.AUTOMATIC, 0, null, "2026-12-03", null));
            assertThat(files.publish(() -> Optional.of("no <card>")).payment()).isEqualTo("no <card>");
        }

        assertThat(text("forecast.html")).contains("no &lt;card&gt;.</p>");
        assertThat(text("forecast.json")).contains("no <card>");
    }

    @Test
    void withoutNamesThereIsAPageAllTheSame() throws IOException {
        try (ForecastFiles files = files()) {
            files.publish(Optional::empty);
        }

        assertThat(text("forecast.html"))
                .contains("<b>0</b> names")
                .doesNotContain("NaN")
                .doesNotContain("<rect");
    }

    @Test
    void theLastForecastStaysWhereTheNextOneIsBrokenOff() throws IOException {
        try (ForecastFiles files = files()) {
            files.add(Outlooks.of("a.fr", Outcome.ASK, 0, null, "2026-12-03", null));
            files.publish(Optional::empty);
        }
        try (ForecastFiles files = files()) {
            files.add(Outlooks.of("b.fr", Outcome.ASK, 0, null, "2026-12-03", null));
        }

        assertThat(text("forecast.csv")).contains("a.fr").doesNotContain("b.fr");
        assertThat(names()).hasSize(4);
    }

    @Test
    void theCalendarIsOneThatOthersRead() throws IOException {
        String owner = "x".repeat(90);
        try (ForecastFiles files = files()) {
            files.add(Outlooks.of("a.fr", Outcome.ASK, 0, owner, "2026-12-03", null));
            files.add(Outlooks.of("b.fr", Outcome.AUTOMATIC, 0, null, "2027-12-03", null));
            files.publish(Optional::empty);
        }

        List<String> seen = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(folder.resolve("expiries.ics"));
                VObjectReader reader = new VObjectReader(text, SyntaxRules.iCalendar())) {
            reader.parse(new VObjectDataAdapter() {
                @Override
                public void onComponentBegin(String name, Context context) {
                    seen.add("begin " + name);
                }

                @Override
                public void onProperty(VObjectProperty property, Context context) {
                    if (List.of("UID", "DTSTART", "SUMMARY", "DTSTAMP").contains(property.getName())) {
                        seen.add(property.getName() + " " + property.getValue() + " "
                                + property.getParameters().first("VALUE"));
                    }
                }
            });
        }
        assertThat(seen)
                .containsExactly(
                        "begin VCALENDAR",
                        "begin VEVENT",
                        "UID a.fr-20261203@ovh-domain null",
                        "DTSTAMP 20261125T100000Z null",
                        "DTSTART 20261203 DATE",
                        "SUMMARY a.fr expires (check it) null",
                        "begin VEVENT",
                        "UID b.fr-20271203@ovh-domain null",
                        "DTSTAMP 20261125T100000Z null",
                        "DTSTART 20271203 DATE",
                        "SUMMARY b.fr expires null");
        assertThat(text("expiries.ics").lines()).allMatch(line -> line.length() <= 75);
    }
}
