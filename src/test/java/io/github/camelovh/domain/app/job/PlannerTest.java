// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.action.Actions;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
    private static final Money PRICE = Money.of("10.00 EUR");
    private static final PlanOutcome OFFERED = new PlanOutcome.Changes(
            List.of("offered for 10.00 EUR"), new PlanOutcome.Cost(PRICE, PRICE, "P1Y", "create-default"));

    @TempDir
    Path folder;

    private final Map<String, PlanOutcome> known = new HashMap<>();
    private final Map<String, PlanOutcome> found = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private String terms = "as set";
    private Ledger ledger;
    private Planner planner;
    private long file;

    @BeforeEach
    void open() {
        ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC());
        FileBudgets budgets = new FileBudgets(ledger, new ActiveLeases(), BudgetLimits.none());
        planner = new Planner(
                ledger,
                new ActionRows(
                        ledger,
                        ReadOptions.inCurrency("EUR"),
                        RowParsers.standard(),
                        new RowSecrets(() -> null),
                        budgets),
                new Actions(List.of(
                        new Scripted("order", false), new Scripted("lock", false), new Scripted("unlock", true))),
                BudgetLimits.none(),
                false,
                false);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** Answers what a test says. */
    private final class Scripted implements Action {
        private final String action;
        private final boolean together;

        Scripted(String action, boolean together) {
            this.action = action;
            this.together = together;
        }

        @Override
        public List<String> actions() {
            return List.of(action);
        }

        @Override
        public boolean isOneForAllRows() {
            return together;
        }

        @Override
        public Optional<PlanOutcome> sortOut(DomainName name, ActionRow row) {
            return Optional.ofNullable(known.get(name.ascii()));
        }

        @Override
        public String terms(ActionRow row) {
            return action.equals("order") ? terms : null;
        }

        @Override
        public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
            asked.add(action + " " + name + " " + rows.size());
            PlanOutcome outcome = found.get(name.ascii());
            if (outcome == null) {
                throw new IllegalStateException("nothing is known of " + name);
            }
            return rows.stream().map(row -> outcome).toList();
        }

        @Override
        public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
            throw new AssertionError("planning does nothing");
        }
    }

    private static NewRequest order(long line, String domain) {
        return NewRequest.purchase(
                line,
                "order",
                domain,
                "camel-ovh-domain create " + domain,
                "{\"action\":\"order\",\"domain\":\"" + domain + "\"}",
                null);
    }

    private static NewRequest change(long line, String action, String domain) {
        return NewRequest.change(
                line,
                action,
                domain,
                action + line,
                null,
                "{\"action\":\"" + action + "\",\"domain\":\"" + domain + "\"}",
                null);
    }

    private void received(NewRequest... rows) {
        file = ledger.files()
                .receive("a.csv", "0".repeat(64), "somebody")
                .file()
                .id();
        ledger.requests().add(file, List.of(rows));
        ledger.files().completeReading(file);
    }

    private ImportTicket ticket() {
        ImportedFile now = ledger.files().find(file).orElseThrow();
        return new ImportTicket(now.id(), now.name(), now.state(), now.planCode());
    }

    private void planAll() {
        planner.sortOut(ticket());
        planner.unplanned(ticket()).forEachRemaining(planner::plan);
        planner.close(ticket());
    }

    private List<Request> rows() {
        return ledger.requests().page(file, 0, EnumSet.allOf(RequestState.class), 100);
    }

    @Test
    void whatIsKnownOfARowSparesItAQuestion() {
        known.put("owned.com", new PlanOutcome.AsWished("already in this account"));
        known.put("busy.com", new PlanOutcome.Refused("a task is open", "wait"));
        found.put("new.com", OFFERED);
        received(order(2, "owned.com"), order(3, "busy.com"), order(4, "new.com"));

        planAll();

        assertThat(asked).containsExactly("order new.com 1");
        assertThat(rows())
                .extracting(Request::state)
                .containsExactly(RequestState.DONE, RequestState.REFUSED, RequestState.PLANNED);
        assertThat(ticket().state()).isEqualTo(FileState.PLANNED);
    }

    @Test
    void rowsThatAreOneChangeArePlannedTogetherAndTheOthersAlone() {
        found.put("one.fr", new PlanOutcome.Changes(List.of("a line", "another")));
        received(change(2, "unlock", "one.fr"), change(3, "lock", "one.fr"), change(4, "unlock", "one.fr"));

        planAll();

        assertThat(asked).containsExactly("unlock one.fr 2", "lock one.fr 1");
        assertThat(rows()).allMatch(row -> row.plan().terms().equals("a line\nanother"));
    }

    @Test
    void aPlanIsNotClosedWhileARowHasNone() {
        found.put("one.com", OFFERED);
        received(order(2, "one.com"), order(3, "unknown.com"));

        assertThatThrownBy(this::planAll).isInstanceOf(IllegalStateException.class);

        planner.close(ticket());
        assertThat(ticket().state()).isEqualTo(FileState.PLANNING);
        found.put("unknown.com", OFFERED);
        asked.clear();
        planAll();
        assertThat(asked).as("goes on with the rest").containsExactly("order unknown.com 1");
        assertThat(ticket().state()).isEqualTo(FileState.PLANNED);
    }

    @Test
    void otherSettingsMakeAnotherPlanOfWhatWaits() {
        found.put("one.com", OFFERED);
        received(order(2, "one.com"));
        planAll();
        String before = ticket().planCode();

        planAll();
        assertThat(asked).as("the same settings ask for no price again").hasSize(1);
        terms = "set otherwise";
        planAll();

        assertThat(asked).hasSize(2);
        assertThat(ticket().planCode()).isNotEqualTo(before);
        assertThat(rows().get(0).plan().terms()).isEqualTo("set otherwise");
    }

    @Test
    void nothingIsPlannedAnewOnceItIsApproved() {
        found.put("one.com", OFFERED);
        received(order(2, "one.com"));
        planAll();
        ledger.plans().approve(file, ticket().planCode(), "tester");
        terms = "set otherwise";

        assertThat(planner.unplanned(ticket()).hasNext()).isFalse();
    }
}
