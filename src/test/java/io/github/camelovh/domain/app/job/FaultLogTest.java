// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelovh.domain.app.ledger.LedgerFaults;
import io.github.camelovh.domain.app.ledger.TickingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FaultLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(FaultLog.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final TickingClock clock = new TickingClock();
    private final FaultLog faults = new FaultLog(clock);

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
    }

    @Test
    void aFullDiskIsOneSentenceAMinute() {
        for (int second = 0; second < 90; second++) {
            faults.failed(new UncheckedIOException(new IOException("No space left on device")));
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(logged.list).hasSize(2).allSatisfy(line -> {
            assertThat(line.getFormattedMessage()).contains("No space left on device", "tried again");
            assertThat(line.getThrowableProxy()).as("stack trace").isNull();
        });
    }

    @Test
    void aLedgerThatAnswersNowAndThenIsOneSentenceAMinute() {
        for (int second = 0; second < 90; second++) {
            faults.failed(LedgerFaults.unavailable("The ledger cannot be used"));
            clock.pass(Duration.ofSeconds(1));
            faults.ledgerAnswers();
        }

        assertThat(logged.list).hasSize(2);
    }

    @Test
    void whatNobodyExpectsIsShownWithItsPlace() {
        faults.failed(new IllegalStateException("odd"));

        assertThat(logged.list).singleElement().satisfies(line -> assertThat(line.getThrowableProxy())
                .isNotNull());
    }
}
