// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.ledger.TickingClock;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.app.row.SyncZone;
import io.github.camelovh.domain.app.zonefile.LedgerZoneJournal;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ClaimLostException;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.change.StepJournal;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.Ownership;
import io.github.camelovh.domain.dns.RecordType;
import io.github.camelovh.domain.dns.ZoneChanges;
import io.github.camelovh.domain.dns.ZoneJournal;
import io.github.camelovh.domain.dns.ZoneReading;
import io.github.camelovh.domain.dns.ZoneRecord;
import io.github.camelovh.domain.dns.ZoneSync;
import io.github.camelovh.domain.dns.ZoneWish;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole zone that is written under a claim of the ledger, and under an approval of another day. */
class ZoneClaimIT {
    private static final DomainName ZONE = DomainName.of("example.com");
    private static final String CREATE = "POST /domain/zone/{zoneName}/record";
    private static final String DELETE = "DELETE /domain/zone/{zoneName}/record/{id}";
    private static final String REFRESH = "POST /domain/zone/{zoneName}/refresh";

    @TempDir
    Path folder;

    private final TickingClock clock = new TickingClock();
    private final CamelContext context = new DefaultCamelContext();
    private OvhSandbox sandbox;
    private OvhApi api;
    private Ledger ledger;
    private ZoneSync zones;
    private ZoneJournal journal;

    @BeforeEach
    void start() {
        context.start();
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withZone("example.com", 40).withPagesEverywhere());
        api = OvhApi.open(
                context,
                OvhApiSettings.of(
                                ApiRegion.of(sandbox.baseUrl().toString()),
                                new Credentials.PersonalToken(OvhSandbox.ACCESS_TOKEN))
                        .withPace(1_000_000, 8),
                HttpOptions.plain());
        zones = new ZoneSync(api, sandbox::advance, System::nanoTime);
        ledger = Ledger.open(LedgerSettings.inFolder(folder), clock);
        journal = new LedgerZoneJournal(ledger.zones(), folder);
    }

    @AfterEach
    void stop() {
        ledger.close();
        api.close();
        sandbox.close();
        context.stop();
    }

    private List<ZoneRecord> records() {
        return new ArrayList<>(zones.read(ZONE, ZoneReading.IDS).values());
    }

    private ZoneWish wish(List<ZoneRecord> records, GuardSettings guards) {
        return new ZoneWish(ZONE, records, Ownership.ALL, guards);
    }

    private static List<ZoneRecord> plusThree(List<ZoneRecord> records) {
        List<ZoneRecord> more = new ArrayList<>(records);
        for (int i = 1; i <= 3; i++) {
            more.add(new ZoneRecord("new-" + i, RecordType.A, "192.0.2." + i, 0));
        }
        return more;
    }

    private Request approved(ZoneWish wish) {
        PlanOutcome.Changes plan = (PlanOutcome.Changes) new ZoneChanges(zones).planWish(wish, journal);
        long file = ledger.files()
                .receive("example.com.zone", "ab".repeat(32), "ada")
                .file()
                .id();
        String row = new SyncZone(ZONE, wish.records()).stored().toJson();
        ledger.requests()
                .add(
                        file,
                        List.of(NewRequest.change(
                                1, SyncZone.ACTION, "example.com", SyncZone.ACTION, null, row, null)));
        ledger.files().completeReading(file);
        Request planned = ledger.requests()
                .page(file, 0, EnumSet.of(RequestState.RECEIVED), 1)
                .get(0);
        PlanFigures figures = PlanFigures.ofChanges(String.join("\n", plan.lines()));
        ledger.plans().record(file, List.of(PlanResult.planned(planned, figures, "changes")));
        ledger.plans().approve(file, ledger.plans().close(file).orElseThrow(), "ada");
        sandbox.resetCalls();
        return ledger.claims().claim(OptionalLong.of(file), false, "node").get(0);
    }

    private ChangeRun run(Request row) {
        ActionRows rows = new ActionRows(
                ledger,
                ReadOptions.inCurrency("EUR"),
                RowParsers.standard(),
                new RowSecrets(() -> null),
                new FileBudgets(ledger, new ActiveLeases(), BudgetLimits.none()));
        return rows.of(row).run();
    }

    private ExecutionResult apply(ZoneWish wish, ChangeRun run) {
        return new ZoneChanges(zones).applyWish(wish, journal, run);
    }

    /** As if this process had been frozen after its first write for longer than its lease, and another one had gone on. */
    @Test
    void aClaimThatIsTakenOverAfterTheFirstWriteEndsTheWrites() {
        ZoneWish wish = wish(plusThree(records()), GuardSettings.DEFAULT);
        Request row = approved(wish);
        ChangeRun run = run(row);
        ChangeRun frozen = new ChangeRun(
                run.approved(),
                run.step(),
                new StepJournal() {
                    @Override
                    public void note(String step) {
                        run.begin(step);
                    }

                    @Override
                    public void renew() {
                        if (sandbox.calls(CREATE) == 1) {
                            takeOver(row.fileId());
                        }
                        run.renew();
                    }
                },
                null);

        assertThatThrownBy(() -> apply(wish, frozen)).isInstanceOf(ClaimLostException.class);

        sandbox.verifyCalls(CREATE, 1);
        sandbox.verifyCalls(REFRESH, 0);
        assertThat(journal.isBegun(ZONE)).isTrue();

        Request other = ledger.requests().find(row.id()).orElseThrow();
        assertThat(apply(wish, run(other))).isInstanceOf(ExecutionResult.Done.class);
        sandbox.verifyCalls(CREATE, 3);
        sandbox.verifyCalls(REFRESH, 1);
    }

    private void takeOver(long file) {
        clock.pass(Duration.ofHours(1));
        assertThat(ledger.claims().claim(OptionalLong.of(file), false, "another node"))
                .hasSize(1);
    }

    @Test
    void aGuardThatWasNotOpenedWithTheApprovalHoldsWhenItIsApplied() {
        List<ZoneRecord> fewer = records();
        fewer.remove(fewer.size() - 1);
        ZoneWish wish = wish(fewer, GuardSettings.DEFAULT);
        ChangeRun run = run(approved(wish));
        GuardSettings now = new GuardSettings(1_000, 30, 0, 30, 10_000, 2_000, Set.of());

        assertThat(apply(wish(fewer, now), run))
                .isInstanceOfSatisfying(ExecutionResult.Refused.class, refused -> assertThat(refused.why())
                        .contains("maxDeletes"));

        sandbox.verifyCalls(DELETE, 0);
    }

    @Test
    void aGuardThatWasOpenedWithTheApprovalIsOpen() {
        List<ZoneRecord> fewer = records();
        fewer.remove(fewer.size() - 1);
        GuardSettings none = new GuardSettings(1_000, 30, 0, 30, 10_000, 2_000, Set.of());
        ZoneWish wish = wish(fewer, none);

        assertThat(apply(wish, run(approved(wish)))).isInstanceOf(ExecutionResult.Done.class);

        sandbox.verifyCalls(DELETE, 1);
    }

    /** Another worker began to write after the zone was read for a plan. */
    @Test
    void aPlanLeavesAChangeBegunThatAnotherWorkerIsAt() {
        ZoneWish wish = wish(records(), GuardSettings.DEFAULT);
        journal.begin(zones.read(ZONE, ZoneReading.IDS));

        assertThat(new ZoneChanges(zones).planWish(wish, journal)).isInstanceOf(PlanOutcome.Changes.class);

        assertThat(journal.isBegun(ZONE)).isTrue();
    }
}
