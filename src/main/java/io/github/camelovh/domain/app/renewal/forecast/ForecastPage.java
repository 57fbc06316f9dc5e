// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import io.github.camelovh.domain.app.renewal.Outlook;
import io.github.camelovh.domain.app.result.HtmlPages;
import io.github.camelovh.domain.app.result.ShownName;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The forecast page: names at risk, then the costs. Stateless. */
final class ForecastPage {
    /** Names at risk that are visible at once; the others are in a section that can be opened. */
    private static final int RISKS_OPEN = 25;

    /** The number of rows in a table of groups. */
    private static final int GROUPS = 30;

    private final HtmlPages pages = new HtmlPages();

    /**
     * Writes the page.
     *
     * @param risks the names at risk on the page, the most urgent first
     */
    void write(Forecast forecast, List<Outlook> risks, Writer html) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("day", forecast.day().toString());
        model.put("names", forecast.names());
        model.put("atRisk", forecast.atRisk());
        model.put("unpriced", forecast.unpriced());
        model.put("payment", forecast.payment() == null ? "" : forecast.payment());
        model.put("soon", IntStream.range(0, 2).map(i -> renewals(forecast, i)).sum());
        model.put("soonCost", money(forecast, cost(forecast, 0).add(cost(forecast, 1))));
        model.put("total", money(forecast, forecast.total()));
        model.put("risks", risks.stream().map(ForecastPage::risk).toList());
        model.put("open", RISKS_OPEN);
        model.put(
                "charts",
                List.of(
                        CostChart.of("By policy", forecast, forecast.policy()),
                        CostChart.of("By extension", forecast, forecast.extensions()),
                        CostChart.of("By owner", forecast, forecast.owners())));
        model.put("policies", paying(forecast).map(Forecast.Group::name).toList());
        model.put("months", months(forecast));
        model.put(
                "tables",
                List.of(
                        table("Extensions", "Extension", forecast, forecast.extensions()),
                        table("Owners", "Owner", forecast, forecast.owners())));
        pages.write("forecast.ftlh", model, html);
    }

    private static int renewals(Forecast forecast, int month) {
        return forecast.policy().stream()
                .mapToInt(group -> group.renewals().get(month))
                .sum();
    }

    private static BigDecimal cost(Forecast forecast, int month) {
        return forecast.policy().stream()
                .map(group -> group.costs().get(month))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, Object> risk(Outlook outlook) {
        return Map.of(
                "domain",
                ShownName.of(outlook.name().name().ascii()),
                "expires",
                outlook.name().expires() == null ? "" : outlook.name().expires().toString(),
                "days",
                outlook.daysLeft(),
                "policy",
                outlook.outcome(),
                "says",
                outlook.says(),
                "owner",
                ForecastSum.ownerOf(outlook));
    }

    private static Stream<Forecast.Group> paying(Forecast forecast) {
        return forecast.policy().stream().filter(group -> group.allRenewals() > 0);
    }

    private static List<Map<String, Object>> months(Forecast forecast) {
        List<Map<String, Object>> months = new ArrayList<>();
        for (int i = 0; i < forecast.months().size(); i++) {
            int month = i;
            months.add(Map.of(
                    "month",
                    forecast.months().get(i).toString(),
                    "renewals",
                    paying(forecast).map(group -> group.renewals().get(month)).toList(),
                    "givenUp",
                    forecast.givenUp().get(i),
                    "all",
                    renewals(forecast, i),
                    "cost",
                    money(forecast, cost(forecast, i))));
        }
        return months;
    }

    private static Map<String, Object> table(
            String title, String what, Forecast forecast, List<Forecast.Group> groups) {
        return Map.of(
                "title",
                title,
                "what",
                what,
                "more",
                Math.max(0, groups.size() - GROUPS),
                "groups",
                groups.stream()
                        .limit(GROUPS)
                        .map(group -> Map.of(
                                "name",
                                group.name(),
                                "names",
                                group.names(),
                                "yearly",
                                group.yearly() == null ? "" : money(forecast, group.yearly()),
                                "renewals",
                                group.allRenewals(),
                                "cost",
                                money(forecast, group.total())))
                        .toList());
    }

    /** With separated thousands, because sums of a portfolio are long. */
    static String money(Forecast forecast, BigDecimal amount) {
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount) + (forecast.currency() == null ? "" : " " + forecast.currency());
    }
}
