// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.app.ledger.LedgerBusyException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LedgerInUseTest {
    @Test
    void saysWhereTheRunningProcessPicksTheFileUp() {
        assertThat(LedgerInUse.advice(Path.of("data/zones")))
                .contains("in use by another process", "Nothing was read or changed", "`ovh-domain run`")
                .contains("move the file to " + Path.of("data/zones") + ":", "stop that process");
    }

    /** The process that had it, such as an import, ended while its answer was waited for. */
    @Test
    void readsALedgerThatIsFreeByThen() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        StringWriter err = new StringWriter();

        String read = LedgerInUse.ask(
                () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new LedgerBusyException("in use", null);
                    }
                    return "as it stands";
                },
                Optional::empty,
                new PrintWriter(err, true),
                "nobody answers");

        assertThat(read).isEqualTo("as it stands");
        assertThat(err.toString()).contains("in use by another process");
    }

    @Test
    void saysThatNobodyAnswersForALedgerThatIsStillInUse() {
        assertThatThrownBy(() -> LedgerInUse.ask(
                        () -> {
                            throw new LedgerBusyException("in use", null);
                        },
                        Optional::empty,
                        new PrintWriter(new StringWriter()),
                        "nobody answers"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("nobody answers");
    }

    @Test
    void takesTheAnswerOfTheProcessThatHasIt() throws Exception {
        String read = LedgerInUse.ask(
                () -> {
                    throw new LedgerBusyException("in use", null);
                },
                () -> Optional.of("told"),
                new PrintWriter(new StringWriter()),
                "nobody answers");

        assertThat(read).isEqualTo("told");
    }
}
