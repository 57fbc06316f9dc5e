// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Data for stacked bars, one for each month, which the page draws. Stateless. */
final class CostChart {
    /** Groups with their own colour; the others share the last one. */
    private static final int COLOURS = 6;

    private static final double LEFT = 62;
    private static final double RIGHT = 1000;
    private static final double TOP = 12;
    private static final double BOTTOM = 218;
    private static final double GAP = 6;
    private static final int TICKS = 4;

    private final Forecast forecast;
    private final List<Forecast.Group> series;
    private final double scale;

    private CostChart(Forecast forecast, List<Forecast.Group> series) {
        this.forecast = forecast;
        this.series = series;
        double most = 0;
        for (int month = 0; month < forecast.months().size(); month++) {
            most = Math.max(most, sum(month));
        }
        this.scale = roundedUp(most);
    }

    private double sum(int month) {
        double sum = 0;
        for (Forecast.Group each : series) {
            sum += each.costs().get(month).doubleValue();
        }
        return sum;
    }

    /** The end of the scale, such that its quarters are also round numbers. */
    private static double roundedUp(double most) {
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1))));
        for (double factor : new double[] {1, 2, 4, 6, 8}) {
            if (factor * step >= most) {
                return factor * step;
            }
        }
        return 10 * step;
    }

    /** The data that the template needs for a chart. */
    static Map<String, Object> of(String title, Forecast forecast, List<Forecast.Group> groups) {
        List<Forecast.Group> paid =
                groups.stream().filter(group -> group.total().signum() > 0).toList();
        CostChart chart = new CostChart(forecast, paid.size() <= COLOURS + 1 ? paid : withRest(forecast, paid));
        return Map.of(
                "title",
                "Cost by month: " + title.toLowerCase(Locale.ROOT),
                "ticks",
                chart.ticks(),
                "bars",
                chart.bars(),
                "labels",
                chart.labels(),
                "series",
                chart.legend());
    }

    private static List<Forecast.Group> withRest(Forecast forecast, List<Forecast.Group> paid) {
        List<Forecast.Group> rest = paid.subList(COLOURS, paid.size());
        List<Integer> renewals = new ArrayList<>();
        List<BigDecimal> costs = new ArrayList<>();
        for (int i = 0; i < forecast.months().size(); i++) {
            int month = i;
            renewals.add(
                    rest.stream().mapToInt(group -> group.renewals().get(month)).sum());
            costs.add(rest.stream().map(group -> group.costs().get(month)).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        List<Forecast.Group> series = new ArrayList<>(paid.subList(0, COLOURS));
        int names = rest.stream().mapToInt(Forecast.Group::names).sum();
        series.add(new Forecast.Group(rest.size() + " others", names, null, renewals, costs));
        return series;
    }

    private List<Map<String, Object>> ticks() {
        List<Map<String, Object>> ticks = new ArrayList<>();
        for (int i = 0; i <= TICKS; i++) {
            double y = BOTTOM - (BOTTOM - TOP) * i / TICKS;
            BigDecimal value =
                    BigDecimal.valueOf(scale * i / TICKS).setScale(scale < TICKS ? 2 : 0, RoundingMode.HALF_UP);
            ticks.add(Map.of(
                    "y", rounded(y), "textY", rounded(y + 4), "label", String.format(Locale.ROOT, "%,.0f", value)));
        }
        return ticks;
    }

    private double column() {
        return (RIGHT - LEFT) / forecast.months().size();
    }

    private List<Map<String, Object>> bars() {
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int month = 0; month < forecast.months().size(); month++) {
            double from = BOTTOM;
            for (int i = 0; i < series.size(); i++) {
                Forecast.Group group = series.get(i);
                double height = (BOTTOM - TOP) * group.costs().get(month).doubleValue() / scale;
                from -= height;
                if (height > 0) {
                    bars.add(Map.of(
                            "colour",
                            i,
                            "x",
                            rounded(LEFT + month * column() + GAP / 2),
                            "y",
                            rounded(from),
                            "width",
                            rounded(column() - GAP),
                            "height",
                            rounded(height),
                            "title",
                            forecast.months().get(month) + ", " + group.name() + ": "
                                    + group.renewals().get(month) + " renewals, "
                                    + ForecastPage.money(forecast, group.costs().get(month))));
                }
            }
        }
        return bars;
    }

    /** The month under each column, with the year where it begins. */
    private List<Map<String, Object>> labels() {
        List<Map<String, Object>> labels = new ArrayList<>();
        for (int i = 0; i < forecast.months().size(); i++) {
            YearMonth month = forecast.months().get(i);
            String text = i == 0 || month.getMonthValue() == 1
                    ? month.toString()
                    : String.format(Locale.ROOT, "%02d", month.getMonthValue());
            labels.add(Map.of("x", rounded(LEFT + (i + 0.5) * column()), "text", text));
        }
        return labels;
    }

    private List<Map<String, Object>> legend() {
        List<Map<String, Object>> legend = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Forecast.Group group = series.get(i);
            legend.add(Map.of("colour", i, "name", group.name(), "total", ForecastPage.money(forecast, group.total())));
        }
        return legend;
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
