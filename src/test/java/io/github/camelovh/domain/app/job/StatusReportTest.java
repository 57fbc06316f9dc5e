// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReportTest {
    private static final String WHY = "The header in line 1 is not valid: column \"perid\" is unknown"
            + " (did you mean \"period\"?). Nothing of the file was used. Accepted columns: action, domain.";

    @TempDir
    Path folder;

    @Test
    void aRefusedFileIsToldInOneSentenceAndInFullAsJson() {
        try (Ledger ledger =
                Ledger.open(LedgerSettings.at("jdbc:h2:mem:" + folder.getFileName(), "sa", ""), Clock.systemUTC())) {
            long file = ledger.files()
                    .receive("names.csv", "ab".repeat(32), "ada")
                    .file()
                    .id();
            ledger.files().refuse(file, WHY);
            StatusReport status = new StatusReport(ledger);

            assertThat(status.files(5, 5, false))
                    .contains("names.csv: refused, 0 rows", "(did you mean \"period\"?).\n")
                    .doesNotContain("Accepted columns");
            assertThat(status.files(5, 5, true)).contains("Accepted columns: action, domain.");
        }
    }

    private static void add(Ledger ledger, String name, NewRequest row) {
        long file = ledger.files()
                .receive(name, String.format("%064x", name.hashCode()), "ada")
                .file()
                .id();
        ledger.requests().add(file, List.of(row));
        ledger.files().completeReading(file);
    }

    @Test
    void whatALaterRowDidLeavesNothingToDoAboutARefusedOne() {
        try (Ledger ledger =
                Ledger.open(LedgerSettings.at("jdbc:h2:mem:" + folder.getFileName(), "sa", ""), Clock.systemUTC())) {
            add(
                    ledger,
                    "first.csv",
                    NewRequest.refused(2, "order", "one.fr", "{}", "no such period", "correct the row"));
            StatusReport status = new StatusReport(ledger);
            add(ledger, "second.csv", NewRequest.purchase(2, "order", "one.fr", "CREATE one.fr", "{}", null));
            assertThat(status.name("one.fr", false)).contains("awaited from: you; to do: correct the row");

            Request second = ledger.requests().findByDomain("one.fr").get(0);
            ledger.plans()
                    .record(
                            second.fileId(),
                            List.of(PlanResult.ended(second, RequestEvent.FINISH, "already in this account", null)));

            assertThat(status.name("one.fr", false))
                    .contains("refused since", "awaited from: nobody")
                    .doesNotContain("awaited from: you", "to do:");
        }
    }

    @Test
    void whatAnOlderRowDidAfterwardsLeavesNothingToDoAboutItsDuplicate() {
        try (Ledger ledger =
                Ledger.open(LedgerSettings.at("jdbc:h2:mem:" + folder.getFileName(), "sa", ""), Clock.systemUTC())) {
            add(ledger, "first.csv", NewRequest.purchase(2, "order", "one.fr", "CREATE one.fr", "{}", null));
            add(ledger, "second.csv", NewRequest.purchase(2, "order", "one.fr", "CREATE one.fr", "{}", null));
            StatusReport status = new StatusReport(ledger);
            assertThat(status.name("one.fr", false)).contains("duplicate", "awaited from: you; to do: ");

            Request first = ledger.requests().findByDomain("one.fr").get(1);
            ledger.plans()
                    .record(
                            first.fileId(),
                            List.of(PlanResult.ended(first, RequestEvent.FINISH, "already in this account", null)));

            assertThat(status.name("one.fr", false))
                    .contains("refused since", "awaited from: nobody")
                    .doesNotContain("awaited from: you", "to do:");
        }
    }
}
