// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronExpression;

/** Schedules on the days when the clocks are put forward and back. */
class SwitchDaysTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0 30 2 * * ?, Europe/Paris, 2027-03-28",
        "0 0 2 * * ?, Europe/Paris, 2027-03-28",
        "0 30 2 ? * SUN, Europe/Paris, 2027-03-28",
        "0 30 2 * * ?, America/New_York, 2027-03-14",
        "0 15 2 * * ?, Australia/Lord_Howe, 2027-10-03",
    })
    void aTimeThatADayDoesNotHaveIsTold(String cron, String zone, String day) {
        assertThat(SwitchDays.leftOut("some.cron", cron, ZoneId.of(zone), NOW))
                .get()
                .asString()
                .startsWith("some.cron: on " + day + " the clocks go from ")
                .contains(zone, "left out on that day", "Choose a time that every day has");
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 6 * * ?, Europe/Paris",
        "0 0 3 * * ?, Europe/Paris",
        "0 30 1 * * ?, Europe/Paris",
        "0 0 * * * ?, Europe/Paris",
        "0/1 * * * * ?, Europe/Paris",
        "0 30 2 * * ?, UTC",
        "0 30 2 ? * MON, Europe/Paris",
        "0 30 2 1 * ?, Europe/Paris",
    })
    void noneIsToldWhereNoRunIsLeftOut(String cron, String zone) {
        assertThat(SwitchDays.leftOut("some.cron", cron, ZoneId.of(zone), NOW)).isEmpty();
    }

    private static List<Instant> runs(String cron, String zone, String day) throws ParseException {
        CronExpression schedule = new CronExpression(cron);
        schedule.setTimeZone(TimeZone.getTimeZone(zone));
        Instant begin = LocalDate.parse(day).atStartOfDay(ZoneId.of(zone)).toInstant();
        Instant end =
                LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
        List<Instant> runs = new ArrayList<>();
        for (Date next = schedule.getNextValidTimeAfter(Date.from(begin.minusMillis(1)));
                next.toInstant().isBefore(end);
                next = schedule.getNextValidTimeAfter(next)) {
            runs.add(next.toInstant());
        }
        return runs;
    }

    /** 02:30 is twice on that day. */
    @Test
    void aTimeThatADayHasTwiceIsRunOnce() throws Exception {
        assertThat(runs("0 30 2 * * ?", "Europe/Paris", "2027-10-31"))
                .containsExactly(Instant.parse("2027-10-31T01:30:00Z"));
    }

    @Test
    void aTimeThatEachDayHasIsRunOnceOnBothSwitchDays() throws Exception {
        assertThat(runs("0 0 6 * * ?", "Europe/Paris", "2027-03-28"))
                .containsExactly(Instant.parse("2027-03-28T04:00:00Z"));
        assertThat(runs("0 0 6 * * ?", "Europe/Paris", "2027-10-31"))
                .containsExactly(Instant.parse("2027-10-31T05:00:00Z"));
    }
}
