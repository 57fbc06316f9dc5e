// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.settings.AppHome;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.SettingsFiles;
import io.github.camelovh.domain.app.settings.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The included workflows are canonical and loadable, and use only beans and options that exist. */
class RouteFilesTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private static JsonSchema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream in = Main.class.getResourceAsStream("/schema/camelYamlDsl-canonical.json")) {
            schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> routes = Files.list(PROJECT.resolve("routes"));
                Stream<Path> samples = Files.list(PROJECT.resolve("config/samples"))) {
            return Stream.concat(routes, samples)
                    .filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isCanonicalYaml(Path file) throws IOException {
        JsonNode routes = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());

        assertThat(schema.validate(routes)).isEmpty();
    }

    @Test
    void allAreStartedTogetherAndWatchOnlyWhenTold(@TempDir Path data) throws Exception {
        assertThat(routes(data.resolve("import"), false))
                .containsExactlyInAnyOrder(
                        "bulk-import",
                        "plan-file",
                        "results",
                        "figures",
                        "needs-attention",
                        "work",
                        "watch",
                        "heartbeat",
                        "plan-order",
                        "do-order",
                        "check-order",
                        "check-open-tasks",
                        "check-order-status",
                        "check-eligibility",
                        "find-owner",
                        "plan-transfer",
                        "do-transfer",
                        "carry-zone",
                        "zone-file",
                        "renewals-now",
                        "notices",
                        "outages",
                        "notification",
                        "plan-set-disclosure",
                        "do-set-disclosure",
                        "plan-set-obfuscation",
                        "do-set-obfuscation",
                        "plan-set-contact",
                        "do-set-contact",
                        "check-set-contact",
                        "plan-change-owner",
                        "do-change-owner",
                        "check-change-owner",
                        "plan-change-accounts",
                        "do-change-accounts",
                        "check-change-accounts",
                        "plan-renew",
                        "do-renew",
                        "check-renew",
                        "plan-set-auto-renew",
                        "do-set-auto-renew",
                        "plan-set-name-servers",
                        "do-set-name-servers",
                        "plan-set-ds",
                        "do-set-ds",
                        "plan-change-records",
                        "plan-sync-zone",
                        "do-sync-zone",
                        "do-change-records",
                        "plan-lock",
                        "do-lock",
                        "plan-unlock",
                        "do-unlock",
                        "plan-auth-code",
                        "do-auth-code",
                        "plan-release",
                        "do-release",
                        "check-release");
        assertThat(routes(data.resolve("run"), true))
                .contains(
                        "inbox",
                        "late-writers",
                        "archives",
                        "control",
                        "bulk-import",
                        "zone-files",
                        "zone-file",
                        "zone-file-rules",
                        "zones-planned-again")
                .doesNotContain("drift")
                .hasSize(65);
    }

    private static List<String> routes(Path data, boolean watch) throws Exception {
        AppHome home = new AppHome(PROJECT);
        Properties properties = new SettingsFiles(home, data, Map.of())
                .read("sandbox", Map.of("ovh-domain.data", data.toString(), "camel.main.autoStartup", "false"));
        ApplicationSettings settings = SettingsReader.read(properties, home, data);
        Files.createDirectories(data);
        Clock clock = Clock.systemUTC();
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(data), clock)) {
            Services services = Services.of(
                    settings,
                    ledger,
                    new CamelRoutes(RouteFilesTest::noContext),
                    new Endpoints(RouteFilesTest::noContext),
                    "test",
                    clock);
            Main main = Workflows.of(settings, properties, watch, services.byName());
            try {
                main.start();
                return main.getCamelContext().getRoutes().stream()
                        .map(Route::getRouteId)
                        .toList();
            } finally {
                main.stop();
            }
        }
    }

    private static CamelContext noContext() {
        throw new AssertionError("nothing is called before a route runs");
    }
}
