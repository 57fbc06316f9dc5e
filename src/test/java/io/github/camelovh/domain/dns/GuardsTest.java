// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardsTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final GuardSettings CLOSED = new GuardSettings(1, 10, 1, 10, 1, 1, Set.of());

    /** Twenty hosts, the apex with its servers, a DynHost: a zone at which every guard can be violated. */
    private static ZoneSnapshot zone() {
        List<HeldRecord> held = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            held.add(new HeldRecord(i, host(i, 1)));
        }
        held.add(new HeldRecord(100, apex(RecordType.NS, "ns1.example.net.")));
        held.add(new HeldRecord(101, apex(RecordType.MX, "10 mx1.example.net.")));
        held.add(new HeldRecord(102, new ZoneRecord("home", RecordType.A, "192.0.2.200", 60)));
        return new ZoneSnapshot(ZONE, 1, 3600, held, null);
    }

    private static ZoneRecord host(int number, int network) {
        return new ZoneRecord("h" + number, RecordType.A, "10.0." + network + "." + number, 0);
    }

    private static ZoneRecord apex(RecordType type, String target) {
        return new ZoneRecord("", type, target, 0);
    }

    private static List<GuardBreach> breaches(Guard guard, GuardSettings settings) {
        List<ZoneRecord> desired = new ArrayList<>(zone().values());
        var ownership = Ownership.ALL;
        switch (guard) {
            case UPDATES ->
                desired.replaceAll(
                        record -> List.of("h1", "h2").contains(record.subDomain()) ? record.withTtl(61) : record);
            case UPDATE_PERCENT ->
                desired.replaceAll(record -> record.subDomain().matches("h[1-3]") ? record.withTtl(61) : record);
            case DELETES -> desired.removeIf(record -> record.subDomain().matches("h[12]"));
            case DELETE_PERCENT -> desired.removeIf(record -> record.subDomain().matches("h[1-3]"));
            case APEX_NS -> desired.add(apex(RecordType.NS, "ns2.example.net."));
            case APEX_MX -> desired.add(apex(RecordType.MX, "20 mx2.example.net."));
            case EMPTY -> desired.clear();
            case FOREIGN -> {
                ownership = new Ownership(Set.of("www"), Set.of(), Set.of());
                desired.add(new ZoneRecord("other", RecordType.A, "192.0.2.1", 0));
            }
            case MANAGED ->
                desired.replaceAll(
                        record -> record.subDomain().equals("home") ? record.withTarget("192.0.2.201") : record);
            default -> throw new IllegalArgumentException("judged elsewhere: " + guard);
        }
        return ZonePlanner.plan(zone(), desired, ownership, settings).breaches();
    }

    /** Settings with which no other guard stops the case. */
    private static GuardSettings openBut(Guard guard) {
        return switch (guard) {
            case UPDATES -> OpenGuards.ALL.with(Guard.UPDATES, 1);
            case UPDATE_PERCENT -> OpenGuards.ALL.with(Guard.UPDATE_PERCENT, 10);
            case DELETES -> OpenGuards.ALL.with(Guard.DELETES, 1);
            case DELETE_PERCENT -> OpenGuards.ALL.with(Guard.DELETE_PERCENT, 10);
            default -> OpenGuards.allBut(guard);
        };
    }

    private static GuardSettings opening(GuardSettings settings, Guard guard) {
        return switch (guard) {
            case UPDATES, DELETES, RUN_UPDATES, RUN_DELETES -> settings.with(guard, 1_000);
            case UPDATE_PERCENT, DELETE_PERCENT -> settings.with(guard, 100);
            case APEX_NS, APEX_MX, DS, EMPTY, FOREIGN, MANAGED -> settings.opening(guard);
        };
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RUN_UPDATES", "RUN_DELETES", "DS"},
            mode = EnumSource.Mode.EXCLUDE)
    void stopsAloneWhenAllOthersAreOpen(Guard guard) {
        assertThat(breaches(guard, openBut(guard)))
                .extracting(GuardBreach::guard)
                .containsExactly(guard);
        assertThat(breaches(guard, openBut(guard)).get(0).sentence())
                .contains(guard.option())
                .contains("nothing was changed");
        assertThat(breaches(guard, OpenGuards.ALL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RUN_UPDATES", "RUN_DELETES", "DS"},
            mode = EnumSource.Mode.EXCLUDE)
    void opensByItsOwnOptionAndNoOther(Guard guard) {
        List<GuardBreach> closed = breaches(guard, CLOSED);
        assertThat(closed).extracting(GuardBreach::guard).contains(guard);
        for (Guard option : Guard.values()) {
            List<GuardBreach> left = breaches(guard, opening(CLOSED, option));
            assertThat(left)
                    .as("%s against the option %s", guard, option.option())
                    .extracting(GuardBreach::guard)
                    .containsExactlyElementsOf(closed.stream()
                            .map(GuardBreach::guard)
                            .filter(broken -> broken != option)
                            .toList());
        }
    }

    @Test
    void tellsTheNumbersAndTheOptionThatOpens() {
        assertThat(breaches(Guard.DELETES, openBut(Guard.DELETES)))
                .extracting(GuardBreach::sentence)
                .containsExactly("It would delete 2 of 23 records of example.com, but at most 1 is allowed;"
                        + " nothing was changed: set maxDeletes to 2 if that is intended.");
        assertThat(breaches(Guard.DELETE_PERCENT, openBut(Guard.DELETE_PERCENT)))
                .extracting(GuardBreach::sentence)
                .containsExactly("It would delete 3 of 23 records of example.com, but at most 10 percent are allowed;"
                        + " nothing was changed: set maxDeletePercent to 14 if that is intended.");
        assertThat(breaches(Guard.DELETE_PERCENT, OpenGuards.ALL.with(Guard.DELETE_PERCENT, 14)))
                .isEmpty();
    }

    @Test
    void boundsAllZonesOfARun() {
        List<ZoneChange> changes = List.of(
                new ZoneChange.Update(new HeldRecord(1, host(1, 1)), host(1, 2), "test"),
                new ZoneChange.Delete(new HeldRecord(2, host(2, 1)), "test"));
        ZonePlan third = ZonePlan.of(DomainName.of("zone3.example"), 1, changes, 0, 0);
        ZoneJournal.Writes before = new ZoneJournal.Writes(2, 2);
        GuardSettings two = OpenGuards.ALL.with(Guard.RUN_UPDATES, 2).with(Guard.RUN_DELETES, 2);

        assertThat(Guards.ofRun(third, before, two))
                .extracting(GuardBreach::guard)
                .containsExactly(Guard.RUN_UPDATES, Guard.RUN_DELETES);
        assertThat(Guards.ofRun(third, before, two.with(Guard.RUN_UPDATES, 3)))
                .extracting(GuardBreach::guard)
                .containsExactly(Guard.RUN_DELETES);
        assertThat(Guards.ofRun(third, before, two.with(Guard.RUN_DELETES, 3)))
                .extracting(GuardBreach::guard)
                .containsExactly(Guard.RUN_UPDATES);
    }

    @Test
    void guardsTheKeysAtTheRegistry() {
        assertThat(Guards.ofDs(ZONE, true, GuardSettings.DEFAULT))
                .extracting(GuardBreach::guard)
                .containsExactly(Guard.DS);
        assertThat(Guards.ofDs(ZONE, false, GuardSettings.DEFAULT)).isEmpty();
        assertThat(Guards.ofDs(ZONE, true, GuardSettings.DEFAULT.opening(Guard.DS)))
                .isEmpty();
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> GuardSettings.DEFAULT.with(Guard.DELETE_PERCENT, 101))
                .hasMessageContaining("maxDeletePercent");
        assertThatThrownBy(() -> GuardSettings.DEFAULT.with(Guard.UPDATES, -1)).hasMessageContaining("maxUpdates");
        assertThatThrownBy(() -> GuardSettings.DEFAULT.with(Guard.EMPTY, 1)).hasMessageContaining("allowEmpty");
        assertThatThrownBy(() -> GuardSettings.DEFAULT.opening(Guard.DELETES)).hasMessageContaining("maxDeletes");
    }
}
