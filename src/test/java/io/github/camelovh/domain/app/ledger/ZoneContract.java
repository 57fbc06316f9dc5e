// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.dns.ZoneJournal.Writes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do for zones. */
abstract class ZoneContract {
    private static final String PLAN = "+ new A 192.0.2.1\n~ www A 192.0.2.1 -> 192.0.2.2\n- old A 192.0.2.3";
    private static final Writes MOST = new Writes(2, 2);

    final TickingClock clock = new TickingClock();
    private Ledger ledger;
    private ZoneRepository zones;

    /** An empty database. */
    abstract LedgerSettings emptyDatabase();

    @BeforeEach
    void open() {
        ledger = Ledger.open(emptyDatabase(), clock);
        zones = ledger.zones();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theWayBackIsThatOfTheFirstChangeUntilItsEnd() {
        assertThat(zones.begin("a.example", "first")).isTrue();
        assertThat(zones.begin("a.example", "second")).isFalse();
        assertThat(zones.isBegun("a.example")).isTrue();
        assertThat(zones.restorePoint("a.example")).contains("first");

        zones.synced("a.example", "[]");
        assertThat(zones.isBegun("a.example")).isFalse();
        assertThat(zones.begin("a.example", "third")).isTrue();
        assertThat(zones.restorePoint("a.example")).contains("third");
        assertThat(zones.isBegun("b.example")).isFalse();
    }

    @Test
    void aChangeThatWroteNothingIsNotBegun() {
        zones.begin("a.example", "before");
        zones.notBegun("a.example");

        assertThat(zones.isBegun("a.example")).isFalse();
        assertThat(zones.records("a.example")).isEmpty();
        assertThat(zones.synced()).isEmpty();
    }

    @Test
    void zonesThatWereSyncedAreKnownWithTheirRecords() {
        zones.synced("b.example", "[1]");
        zones.synced("a.example", "[2]");
        zones.synced("b.example", "[3]");

        assertThat(zones.synced()).containsExactly("a.example", "b.example");
        assertThat(zones.records("b.example")).contains("[3]");
    }

    private long planned(String zone) {
        long file = ledger.files()
                .receiveAgain(
                        zone + ".zone",
                        Integer.toHexString(zone.hashCode()).repeat(16).substring(0, 64),
                        "ada")
                .file()
                .id();
        ledger.requests().add(file, List.of(NewRequest.change(1, "sync-zone", zone, "sync-zone", null, "{}", null)));
        ledger.files().completeReading(file);
        Request row = row(file);
        ledger.plans().record(file, List.of(PlanResult.planned(row, PlanFigures.ofChanges(PLAN), "changes")));
        ledger.plans().close(file);
        return file;
    }

    private Request row(long file) {
        return ledger.requests()
                .page(file, 0, EnumSet.allOf(RequestState.class), 1)
                .get(0);
    }

    private Optional<Approval> approve(long file) {
        return ledger.plans()
                .approveWithin(file, ledger.files().find(file).orElseThrow().planCode(), Writes.of(PLAN), MOST);
    }

    @Test
    void noMoreIsApprovedWithinAnHourThanTheLimit() {
        long first = planned("a.example");
        long second = planned("b.example");
        long third = planned("c.example");
        assertThat(approve(first)).contains(new Approval.Given(1));
        assertThat(approve(second)).contains(new Approval.Given(1));
        assertThat(zones.recent()).isEqualTo(new Writes(2, 2));

        assertThat(approve(third)).isEmpty();
        assertThat(ledger.files().find(third).orElseThrow().state()).isEqualTo(FileState.PLANNED);

        clock.pass(Duration.ofHours(1).plusSeconds(1));
        assertThat(zones.recent()).isEqualTo(new Writes(0, 0));
        assertThat(approve(third)).contains(new Approval.Given(1));
    }

    @Test
    void aNewerFileEndsWhatWasNotSeenToItsEnd() {
        long first = planned("a.example");
        approve(first);
        Request claimed =
                ledger.claims().claim(OptionalLong.of(first), false, "node").get(0);
        ledger.claims().advance(claimed.claim(), RequestEvent.GIVE_UP, MoveNotes.why("somebody changed the zone"));

        ledger.cancellations().replaceUnfinished(ledger.files().find(first).orElseThrow());

        assertThat(row(first).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(row(first).outcome()).isEqualTo("replaced by a newer a.example.zone");
        long newer = ledger.files()
                .receiveAgain("a.example.zone", "cd".repeat(32), "ada")
                .file()
                .id();
        assertThat(ledger.requests()
                        .add(
                                newer,
                                List.of(NewRequest.change(1, "sync-zone", "a.example", "sync-zone", null, "{}", null)))
                        .valid())
                .isEqualTo(1);
    }

    @Test
    void aZoneIsNotFoundSyncedWhileAChangeIsBegun() {
        assertThat(zones.syncedUnlessBegun("a.example", "[1]")).isTrue();
        assertThat(zones.records("a.example")).contains("[1]");
        zones.begin("a.example", "before");

        assertThat(zones.syncedUnlessBegun("a.example", "[2]")).isFalse();

        assertThat(zones.isBegun("a.example")).isTrue();
        assertThat(zones.records("a.example")).contains("[1]");
    }

    @Test
    void whatTheSettingsApprovedIsPlannedAgainAndCountsNoMore() {
        long file = planned("a.example");
        approve(file);
        Request claimed = claimed(file);

        assertThat(zones.planAgain(claimed.claim(), "the zone changed")).isTrue();

        assertThat(row(file).state()).isEqualTo(RequestState.RECEIVED);
        assertThat(ledger.files().find(file).orElseThrow())
                .returns(FileState.PLANNING, ImportedFile::state)
                .returns(null, ImportedFile::planCode)
                .returns(null, ImportedFile::approvedBy);
        assertThat(zones.recent()).isEqualTo(new Writes(0, 0));
        assertThat(zones.toPlanAgain()).extracting(ImportedFile::id).containsExactly(file);

        ledger.plans().record(file, List.of(PlanResult.planned(row(file), PlanFigures.ofChanges(PLAN), "changes")));
        ledger.plans().close(file);
        assertThat(zones.toPlanAgain()).isEmpty();
        assertThat(approve(file)).contains(new Approval.Given(1));
    }

    @Test
    void aZoneThatChangesAgainAndAgainIsLeftToAPerson() {
        long file = planned("a.example");
        for (int times = 0; times < 5; times++) {
            approve(file);
            assertThat(zones.planAgain(claimed(file).claim(), "the zone changed"))
                    .as("after %d times", times)
                    .isTrue();
            ledger.plans().record(file, List.of(PlanResult.planned(row(file), PlanFigures.ofChanges(PLAN), "changes")));
            ledger.plans().close(file);
        }
        approve(file);

        assertThat(zones.planAgain(claimed(file).claim(), "the zone changed")).isFalse();

        assertThat(row(file).state()).isEqualTo(RequestState.EXECUTING);
    }

    private Request claimed(long file) {
        return ledger.claims().claim(OptionalLong.of(file), false, "node").get(0);
    }

    @Test
    void aWorkerThatLostItsClaimHasNothingPlannedAgain() {
        long file = planned("a.example");
        approve(file);
        Request lost = claimed(file);
        clock.pass(Duration.ofHours(1));
        ledger.claims().claim(OptionalLong.of(file), false, "another node");

        zones.planAgain(lost.claim(), "the zone changed");

        assertThat(row(file).state()).isEqualTo(RequestState.EXECUTING);
        assertThat(ledger.files().find(file).orElseThrow().state()).isEqualTo(FileState.APPROVED);
    }

    @Test
    void whatAPersonApprovedIsNotPlannedAgain() {
        long file = planned("a.example");
        ledger.plans().approve(file, ledger.files().find(file).orElseThrow().planCode(), "ada");
        Request claimed = claimed(file);

        assertThat(zones.planAgain(claimed.claim(), "the zone changed")).isFalse();

        assertThat(row(file).state()).isEqualTo(RequestState.EXECUTING);
        assertThat(ledger.files().find(file).orElseThrow().state()).isEqualTo(FileState.APPROVED);
    }

    @Test
    void whatAPersonApprovedCountsToo() {
        long first = planned("a.example");
        ledger.plans().approve(first, ledger.files().find(first).orElseThrow().planCode(), "ada");

        assertThat(zones.recent()).isEqualTo(new Writes(1, 1));
    }

    @Test
    void aFileComesAnewOnceItEnded() {
        String hash = "ab".repeat(32);
        FileRepository files = ledger.files();
        long file = files.receiveAgain("a.example.zone", hash, "ada").file().id();
        assertThat(files.receiveAgain("a.example.zone", hash, "ada").file().id())
                .as("it is being read")
                .isEqualTo(file);
        ledger.requests()
                .add(file, List.of(NewRequest.change(1, "sync-zone", "a.example", "sync-zone", null, "{}", null)));
        files.completeReading(file);
        ledger.plans().record(file, List.of(PlanResult.ended(row(file), RequestEvent.FINISH, "so already", null)));
        ledger.plans().close(file);
        assertThat(files.finish(file)).isTrue();

        assertThat(files.receive("a.example.zone", hash, "ada").file().id()).isEqualTo(file);
        assertThat(files.receiveAgain("a.example.zone", hash, "ada").file().id())
                .isNotEqualTo(file);
    }
}
