// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.catalog.Repeat;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryDecisionTest {
    private static final String[] MATRIX = {
        "READ, DONE, TAKE",
        "READ, UNREACHABLE, AGAIN",
        "READ, LOST, AGAIN",
        "READ, RATE_LIMITED, AGAIN_AT_PACE",
        "READ, GATEWAY_TIMEOUT, AGAIN",
        "READ, SERVER_FAULT, AGAIN",
        "READ, STALE_TIME, AGAIN_MENDED",
        "READ, STALE_TOKEN, AGAIN_MENDED",
        "READ, REFUSED, REPORT",
        "REPEATABLE, DONE, TAKE",
        "REPEATABLE, UNREACHABLE, AGAIN",
        "REPEATABLE, LOST, AGAIN",
        "REPEATABLE, RATE_LIMITED, AGAIN_AT_PACE",
        "REPEATABLE, GATEWAY_TIMEOUT, AGAIN",
        "REPEATABLE, SERVER_FAULT, AGAIN",
        "REPEATABLE, STALE_TIME, AGAIN_MENDED",
        "REPEATABLE, STALE_TOKEN, AGAIN_MENDED",
        "REPEATABLE, REFUSED, REPORT",
        "ONCE, DONE, TAKE",
        "ONCE, UNREACHABLE, AGAIN",
        "ONCE, LOST, REPORT_UNKNOWN",
        "ONCE, RATE_LIMITED, AGAIN_AT_PACE",
        "ONCE, GATEWAY_TIMEOUT, REPORT_UNKNOWN",
        "ONCE, SERVER_FAULT, REPORT_UNKNOWN",
        "ONCE, STALE_TIME, AGAIN_MENDED",
        "ONCE, STALE_TOKEN, AGAIN_MENDED",
        "ONCE, REFUSED, REPORT"
    };

    @Test
    void everyKindAndOutcomeIsDecidedAsWritten() {
        Set<String> written = new HashSet<>();
        for (String row : MATRIX) {
            String[] cell = row.split(", ");
            Repeat repeat = Repeat.valueOf(cell[0]);
            CallOutcome outcome = CallOutcome.valueOf(cell[1]);
            assertThat(RetryDecision.of(repeat, outcome)).as(row).isEqualTo(RetryDecision.valueOf(cell[2]));
            written.add(repeat + " " + outcome);
        }
        assertThat(written).hasSize(Repeat.values().length * CallOutcome.values().length);
    }

    @ParameterizedTest
    @CsvSource({"1, 125, 250", "2, 250, 500", "4, 1000, 2000", "20, 10000, 20000"})
    void backoffGrowsAndIsSpread(int attempt, long least, long most) {
        Backoff backoff = new Backoff(new java.util.SplittableRandom(7));
        Set<Long> waits = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            waits.add(backoff.after(attempt).toMillis());
        }
        assertThat(waits).allMatch(wait -> wait >= least && wait <= most).hasSizeGreaterThan(30);
    }
}
