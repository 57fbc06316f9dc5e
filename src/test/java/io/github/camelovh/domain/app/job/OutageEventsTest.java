// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.Outage;
import io.github.camelovh.domain.app.notification.CloudEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutageEventsTest {
    private static final Instant BEGAN = Instant.parse("2026-11-25T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-25T08:10:00Z");

    private Optional<Outage> outage = Optional.empty();
    private final OutageEvents events = new OutageEvents(() -> outage, "node-1", Clock.fixed(NOW, ZoneOffset.UTC));

    private void begin() {
        outage = Optional.of(new Outage(BEGAN, "503", NOW));
    }

    @Test
    void tellBeginAndEndOnceEach() {
        assertThat(events.next()).isNull();

        begin();
        CloudEvent began = events.next();
        assertThat(began.type()).endsWith(".outage.began");
        assertThat(began.line()).contains("since " + BEGAN, "503", "goes on by itself");
        events.told();
        assertThat(events.next()).isNull();

        outage = Optional.empty();
        CloudEvent ended = events.next();
        assertThat(ended.type()).endsWith(".outage.ended");
        assertThat(ended.data()).contains("\"since\":\"" + BEGAN + "\"", "\"until\":\"" + NOW + "\"");
        events.told();
        assertThat(events.next()).isNull();
    }

    @Test
    void ofAnOutageThatFollowsAtOnceTellTheEndOfTheFirstOne() {
        begin();
        events.next();
        events.told();
        outage = Optional.of(new Outage(NOW, "503", NOW));

        assertThat(events.next().type()).endsWith(".outage.ended");
        events.told();
        assertThat(events.next().line()).contains("since " + NOW);
    }

    @Test
    void comeAgainUnderTheSameIdUntilTheyAreTold() {
        begin();

        assertThat(events.next().id()).isEqualTo(events.next().id());
    }

    @Test
    void ofAnOutageThatEndsWhileItsBeginIsToldTellItsEndToo() {
        begin();
        events.next();
        outage = Optional.empty();
        events.told();

        assertThat(events.next().type()).endsWith(".outage.ended");
    }
}
