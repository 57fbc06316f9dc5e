// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** Days on which the clocks go forward: Quartz leaves a time out that such a day does not have. Stateless. */
final class SwitchDays {
    private static final Duration AHEAD = Duration.ofDays(400);

    private SwitchDays() {}

    /**
     * The first day within about a year on which a schedule is left out.
     *
     * @param key the setting
     * @param cron a valid cron expression
     * @return what to say about it; empty if there is no such day
     */
    static Optional<String> leftOut(String key, String cron, ZoneId zone, Instant now) {
        for (ZoneOffsetTransition next = zone.getRules().nextTransition(now);
                next != null && next.getInstant().isBefore(now.plus(AHEAD));
                next = zone.getRules().nextTransition(next.getInstant())) {
            if (next.isGap() && fires(cron, next.getOffsetBefore(), next) && !fires(cron, zone, next)) {
                return Optional.of(key + ": on " + next.getDateTimeBefore().toLocalDate() + " the clocks go from "
                        + next.getDateTimeBefore().toLocalTime() + " to "
                        + next.getDateTimeAfter().toLocalTime() + " (" + zone
                        + "), so the schedule is left out on that day. Choose a time that every day has, such"
                        + " as 0 0 6 * * ?");
            }
        }
        return Optional.empty();
    }

    /** Whether it fires within the time by which the clocks go forward, as a zone counts it. */
    private static boolean fires(String cron, ZoneId zone, ZoneOffsetTransition gap) {
        CronExpression schedule;
        try {
            schedule = new CronExpression(cron);
        } catch (ParseException e) {
            throw new IllegalStateException(e); // the settings were checked
        }
        schedule.setTimeZone(TimeZone.getTimeZone(zone instanceof ZoneOffset ? ZoneId.of("GMT" + zone.getId()) : zone));
        Date next = schedule.getNextValidTimeAfter(Date.from(gap.getInstant().minusSeconds(1)));
        return next != null && next.toInstant().isBefore(gap.getInstant().plus(gap.getDuration()));
    }
}
