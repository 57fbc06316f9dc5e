// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @Property
    void readsEachSecondInEachOffsetAsJavaDoes(
            @ForAll @LongRange(min = 0, max = 253_402_000_000L) long second,
            @ForAll @IntRange(min = -1080, max = 1080) int offsetMinutes) {
        OffsetDateTime time = Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofTotalSeconds(60 * offsetMinutes));
        String text = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(time);

        assertThat(Rfc3339.dateTime(text)).isEqualTo(time).isEqualTo(OffsetDateTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00.123+01:00",
                "2026-03-01T10:00+01:00",
                "2026-03-01T10:00:00.12345678Z",
                "2026-03-01T10:00:00+01:00:30"
            })
    void leavesOtherFormsToJava(String text) {
        assertThat(Rfc3339.dateTime(text)).isEqualTo(OffsetDateTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T10:00:00+01:00",
                "2026-13-01T10:00:00+01:00",
                "2026-03-01T24:00:00+01:00",
                "2026-03-01T10:60:00+01:00",
                "2026-03-01T10:00:00+19:00",
                "2026-03-01T10:00:00 01:00",
                "2026-03-01 10:00:00+01:00",
                "２０26-03-01T10:00:00+01:00",
                "tomorrow",
                ""
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Rfc3339.dateTime(text)).isInstanceOf(DateTimeException.class);
    }
}
