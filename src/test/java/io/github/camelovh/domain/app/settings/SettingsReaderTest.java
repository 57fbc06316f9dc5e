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
        Properties shipped = new SettingsFiles(HOME, WORKING, Map.of()).read(null, Map.of());

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
        Properties shipped = new SettingsFiles(HOME, WORKING, Map.of()).read(null, Map.of());

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

    @Test
    void eventsGoUnencryptedToThisMachineOnly() {
        for (String address : new String[] {
            "https://hook.example/x", "http://localhost:8080/x", "http://127.0.0.1/x", "http://[::1]:8080/x"
        }) {
            assertThat(read(Map.of("ovh-domain.notify.webhook", address))
                            .notices()
                            .webhook())
                    .hasToString(address);
        }
        for (String address : new String[] {
            "http://hook.example/t0ken", "http://127.0.0.1.evil.example/t0ken", "ftp://localhost/t0ken", "t0ken"
        }) {
            assertThatThrownBy(() -> read(Map.of("ovh-domain.notify.webhook", address)))
                    .hasMessageContaining("ovh-domain.notify.webhook must be an address that begins with https://")
                    .hasMessageContaining("nothing was started")
                    .hasMessageNotContaining("t0ken");
        }
    }

    @Test
    void aSecretForSignaturesIsOneOfStandardWebhooks() {
        String right = "whsec_" + "A".repeat(32);
        assertThat(read(Map.of("ovh-domain.notify.webhook.secret", right))
                        .notices()
                        .webhookKey())
                .hasSize(24);
        assertThat(read(Map.of()).notices().webhookKey()).isEmpty();
        for (String wrong : new String[] {
            "sesame",
            "whsec_",
            "whsec_sesame",
            "whsec_" + "A".repeat(28),
            "A".repeat(38),
            "whsec_" + "A".repeat(88) + "AAAA"
        }) {
            assertThatThrownBy(() -> read(Map.of("ovh-domain.notify.webhook.secret", wrong)))
                    .hasMessageContaining("must be whsec_ and the Base64 of 24 to 64 random bytes")
                    .hasMessageNotContaining("sesame");
        }
    }

    @Nested
    class InTheEnvironment {
        private static Properties read(Map<String, String> environment, Map<String, String> commandLine) {
            return new SettingsFiles(HOME, WORKING, environment).read(null, commandLine);
        }

        @Test
        void secretsOverrideTheFiles() {
            Map<String, String> environment = Map.of(
                    "OVH_DOMAIN_LEDGER_PASSWORD", "hidden",
                    "OVH_DOMAIN_NOTIFY_WEBHOOK_SECRET", " ",
                    "OVH_APPLICATION_KEY", "another thing",
                    "PATH", "/bin");

            Properties all = read(environment, Map.of());

            assertThat(SettingsReader.read(all, HOME, WORKING).ledger().password())
                    .isEqualTo("hidden");
            assertThat(all.getProperty("ovh-domain.notify.webhook.secret")).isEmpty();
            assertThat(read(environment, Map.of("ovh-domain.ledger.password", "typed"))
                            .getProperty("ovh-domain.ledger.password"))
                    .isEqualTo("typed");
        }

        @Test
        void otherSettingsAreRefused() {
            assertThatThrownBy(() -> read(Map.of("OVH_DOMAIN_LIMIT_RUN", "100"), Map.of()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("The environment has OVH_DOMAIN_LIMIT_RUN, which is not a setting")
                    .hasMessageContaining("OVH_DOMAIN_LEDGER_PASSWORD");
        }
    }
}
