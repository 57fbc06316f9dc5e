// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import io.github.camelovh.domain.api.model.VisibleText;
import io.github.camelovh.domain.app.renewal.Outlook;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Expiry dates as a calendar for any calendar program (RFC 5545): an all-day event for each name. Used by one thread.
 */
final class ExpiryCalendar {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final VObjectWriter calendar;
    private final String stamp;
    private final VObjectParameters ofDay = new VObjectParameters();

    /** Begins a calendar; the caller closes the writer. */
    ExpiryCalendar(Writer writer, Instant now) throws IOException {
        calendar = new VObjectWriter(writer, SyntaxStyle.NEW);
        stamp = STAMP.format(now);
        ofDay.put("VALUE", "DATE");
        calendar.writeBeginComponent("VCALENDAR");
        calendar.writeVersion("2.0");
        calendar.writeProperty("PRODID", "-//camel-ovh-domain//expiries//EN");
        calendar.writeProperty("X-WR-CALNAME", "Domain names that expire");
    }

    /** Adds a name, if its expiry is known. The same name and date is the same event in each calendar. */
    void add(Outlook outlook) throws IOException {
        LocalDate expires = outlook.name().expires();
        if (expires == null) {
            return;
        }
        String name = outlook.name().name().ascii();
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(expires);
        calendar.writeBeginComponent("VEVENT");
        calendar.writeProperty("UID", name + "-" + day + "@ovh-domain");
        calendar.writeProperty("DTSTAMP", stamp);
        calendar.writeProperty(null, "DTSTART", ofDay, day);
        calendar.writeProperty(
                "SUMMARY",
                VObjectPropertyValues.escape(
                        VisibleText.line(name + " expires" + (outlook.isAtRisk() ? " (check it)" : ""))));
        calendar.writeProperty(
                "DESCRIPTION",
                VObjectPropertyValues.escape(VisibleText.line(outlook.outcome() + ": " + outlook.says())));
        calendar.writeProperty("TRANSP", "TRANSPARENT");
        calendar.writeEndComponent("VEVENT");
    }

    /** Ends the calendar. */
    void finish() throws IOException {
        calendar.writeEndComponent("VCALENDAR");
        calendar.flush();
    }
}
