// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.renewal.Outlook;
import io.github.camelovh.domain.app.result.PendingFile;
import io.github.camelovh.domain.app.row.FormulaGuard;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * Writes a forecast as files that replace the last ones: {@code forecast.html} for users, {@code forecast.csv} with
 * each name, {@code forecast.json} with the sums, {@code expiries.ics} for a calendar. They appear together, on {@link
 * #publish}; if it is closed earlier, the last ones stay. Used by one thread.
 */
public final class ForecastFiles implements Closeable {
    /** File name of the page. */
    public static final String PAGE = "forecast.html";

    /** The number of names at risk on the page. */
    private static final int RISKS = 200;

    private static final Comparator<Outlook> URGENT = Comparator.comparingLong(Outlook::daysLeft)
            .thenComparing(each -> each.name().name().ascii());
    private static final List<String> COLUMNS = List.of(
            "domain",
            "expires",
            "daysLeft",
            "policy",
            "rule",
            "renewOn",
            "yearly",
            "state",
            "renewalState",
            "owner",
            "atRisk",
            "says");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ForecastSum sum;
    private final PendingFile page;
    private final PendingFile table;
    private final PendingFile sums;
    private final PendingFile calendarFile;
    private final CsvWriter csv;
    private final Writer calendarWriter;
    private final ExpiryCalendar calendar;
    private boolean open = true;
    private final PriorityQueue<Outlook> risks = new PriorityQueue<>(URGENT.reversed());

    /** @param folder where they are written; it must exist */
    public ForecastFiles(Path folder, ForecastSum sum, Instant now) throws IOException {
        this.sum = sum;
        this.page = new PendingFile(folder.resolve(PAGE));
        this.table = new PendingFile(folder.resolve("forecast.csv"));
        this.sums = new PendingFile(folder.resolve("forecast.json"));
        this.calendarFile = new PendingFile(folder.resolve("expiries.ics"));
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(table.writer());
        this.calendarWriter = calendarFile.writer();
        this.calendar = new ExpiryCalendar(calendarWriter, now);
        csv.writeRecord(COLUMNS);
    }

    /** Adds a name. */
    public void add(Outlook outlook) {
        Optional<Money> yearly = sum.add(outlook);
        if (outlook.isAtRisk()) {
            risks.add(outlook);
            if (risks.size() > RISKS) {
                risks.poll();
            }
        }
        List<String> cells = new ArrayList<>();
        for (Object cell : new Object[] {
            outlook.name().name().ascii(),
            outlook.name().expires(),
            outlook.name().expires() == null ? null : outlook.daysLeft(),
            outlook.outcome(),
            outlook.verdict().decided() ? outlook.verdict().rule().name() : null,
            outlook.renewOn(),
            yearly.orElse(null),
            outlook.name().state(),
            outlook.name().renewalState(),
            ForecastSum.ownerOf(outlook),
            outlook.isAtRisk(),
            outlook.says()
        }) {
            cells.add(FormulaGuard.cell(Objects.toString(cell, "")));
        }
        csv.writeRecord(cells);
        try {
            calendar.add(outlook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Publishes the files.
     *
     * @param payment called if OVHcloud renews names automatically: what prevents their payment
     */
    public Forecast publish(Supplier<Optional<String>> payment) throws IOException {
        Forecast forecast = sum.forecast(payment);
        open = false;
        csv.close();
        calendar.finish();
        calendarWriter.close();
        try (Writer html = page.writer()) {
            new ForecastPage().write(forecast, risks.stream().sorted(URGENT).toList(), html);
        }
        sums.write(json(forecast));
        for (PendingFile each : List.of(table, sums, calendarFile, page)) {
            each.publish();
        }
        return forecast;
    }

    private static String json(Forecast forecast) throws JsonProcessingException {
        ObjectNode json = JSON.createObjectNode()
                .put("day", forecast.day().toString())
                .put("currency", forecast.currency())
                .put("names", forecast.names())
                .put("atRisk", forecast.atRisk())
                .put("renewals", forecast.renewals())
                .put("unpriced", forecast.unpriced())
                .put("payment", forecast.payment())
                .put("cost", forecast.total());
        ArrayNode months = json.putArray("months");
        forecast.months().forEach(month -> months.add(month.toString()));
        ArrayNode givenUp = json.putArray("givenUp");
        forecast.givenUp().forEach(givenUp::add);
        addGroups(json.putArray("policy"), forecast.policy());
        addGroups(json.putArray("extensions"), forecast.extensions());
        addGroups(json.putArray("owners"), forecast.owners());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static void addGroups(ArrayNode array, List<Forecast.Group> groups) {
        for (Forecast.Group group : groups) {
            ObjectNode json = array.addObject()
                    .put("name", group.name())
                    .put("names", group.names())
                    .put("yearly", group.yearly())
                    .put("cost", group.total());
            ArrayNode renewals = json.putArray("renewals");
            group.renewals().forEach(renewals::add);
            ArrayNode costs = json.putArray("costs");
            group.costs().forEach(costs::add);
        }
    }

    @Override
    public void close() throws IOException {
        if (open) {
            csv.close();
            calendarWriter.close();
        }
        for (PendingFile each : List.of(table, sums, calendarFile, page)) {
            each.discard();
        }
    }
}
