// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.RecordType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
    private static final AppHome HOME = new AppHome(Path.of(""));
    private static final Path WORKING = Path.of("/somewhere");

    private static ApplicationSettings read(Map<String, String> values) {
        Properties properties = new Properties();
        values.forEach(properties::setProperty);
        return SettingsReader.read(properties, HOME, WORKING);
    }

    @Nested
    class WhenNothingIsSet {
        @Test
        void nothingMayBeSpent() {
            assertThat(read(Map.of()).limits().now().any()).isEmpty();
        }

        @Test
        void dataLiesInTheWorkingFolder() {
            assertThat(read(Map.of()).data()).isEqualTo(Path.of("/somewhere/data"));
        }
    }

    @Test
    void theShippedFileSetsNoLimit() {
        Properties shipped = new SettingsFiles(HOME, WORKING).read(null, Map.of());

        ApplicationSettings settings = SettingsReader.read(shipped, HOME, WORKING);

        assertThat(settings.limits().now().any()).isEmpty();
        assertThat(settings.delivery().every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.ordering().configuration()).containsEntry("OWNER_LEGAL_AGE", "true");
    }

    @Test
    void aLimitNeedsNoCurrencyAndZeroIsNone() {
        ApplicationSettings.Limits limits = read(Map.of("ovh-domain.limit.item", "0", "ovh-domain.limit.day", "100"))
                .limits();

        assertThat(limits.item()).isNull();
        assertThat(limits.day()).hasToString("100.00 EUR");
    }

    @Test
    void oneMayApproveWhatOneDroppedUnlessFourEyesAreAskedFor() {
        assertThat(read(Map.of()).fourEyes()).isFalse();
        assertThat(read(Map.of("ovh-domain.approve.fourEyes", "true"))
                        .forOneFile(true, true)
                        .fourEyes())
                .isTrue();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> read(Map.of(
                        "ovh-domain.limit.day",
                        "a lot",
                        "ovh-domain.order.width",
                        "0",
                        "ovh-domain.limit.days",
                        "5",
                        "ovh-domain.delivery.every",
                        "soon")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("ovh-domain.limit.day is \"a lot\"")
                .hasMessageContaining("ovh-domain.order.width is \"0\"")
                .hasMessageContaining("ovh-domain.limit.days is not a setting")
                .hasMessageContaining("ovh-domain.delivery.every is \"soon\"");
    }

    @Test
    void aLimitInAnotherCurrencyIsRefused() {
        assertThatThrownBy(() -> read(Map.of("ovh-domain.limit.run", "10 USD"))).hasMessageContaining("in EUR");
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatThrownBy(() -> read(Map.of("ovh-domain.limit.run", "-1"))).hasMessageContaining("limit.run");
    }

    @Test
    void theEncodingOfFilesMayBeDeclared() {
        assertThat(read(Map.of()).encoding()).isNull();
        assertThat(read(Map.of("ovh-domain.encoding", "windows-1252")).encoding())
                .hasToString("windows-1252");
        assertThatThrownBy(() -> read(Map.of("ovh-domain.encoding", "klingon")))
                .hasMessageContaining("ovh-domain.encoding is \"klingon\"");
    }

    @Test
    void zonesArePlannedOnlyAndEachGuardHasItsKey() {
        assertThat(read(Map.of()).zones().apply()).isFalse();
        assertThat(read(Map.of()).zones().guards()).isEqualTo(GuardSettings.DEFAULT);
        assertThat(read(Map.of("ovh-domain.zones.maxDeletes", "7", "ovh-domain.zones.allowApexMx", "true"))
                        .zones()
                        .guards())
                .isEqualTo(GuardSettings.DEFAULT.with(Guard.DELETES, 7).opening(Guard.APEX_MX));
        assertThat(read(Map.of("ovh-domain.zones.ownedTypes", "a, TXT"))
                        .zones()
                        .ownership()
                        .types())
                .containsExactlyInAnyOrder(RecordType.A, RecordType.TXT);
    }

    @Test
    void theShippedGuardsAreTheUsualOnes() {
        Properties shipped = new SettingsFiles(HOME, WORKING).read(null, Map.of());

        assertThat(SettingsReader.read(shipped, HOME, WORKING).zones().guards()).isEqualTo(GuardSettings.DEFAULT);
    }

    @Test
    void wrongSettingsOfZonesAreToldAtOnce() {
        assertThatThrownBy(() -> read(Map.of(
                        "ovh-domain.zones.maxDeletePercent",
                        "101",
                        "ovh-domain.zones.apply",
                        "yes",
                        "ovh-domain.zones.ownedTypes",
                        "B",
                        "ovh-domain.drift.cron",
                        "daily",
                        "ovh-domain.zones.force",
                        "true")))
                .hasMessageContaining("maxDeletePercent is \"101\" but must be a number from 0 to 100")
                .hasMessageContaining("zones.apply is \"yes\"")
                .hasMessageContaining("ownedTypes is \"B\"")
                .hasMessageContaining("drift.cron is \"daily\"")
                .hasMessageContaining("ovh-domain.zones.force is not a setting");
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(read(Map.of("ovh-domain.ledger.password", "hidden")).toString())
                .doesNotContain("hidden");
    }
}
