// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.camelovh.domain.api.OvhApi;
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
        try (Stream<Path> routes = Files.list(PROJECT.resolve("routes"))) {
            return routes.sorted().toList();
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
                        "needs-attention",
                        "buy",
                        "buy-one",
                        "carry-zone",
                        "heartbeat",
                        "delivery",
                        "open-tasks",
                        "doubtful-orders",
                        "zone-file",
                        "changes",
                        "outcomes",
                        "renewals-now",
                        "notices",
                        "notification");
        assertThat(routes(data.resolve("run"), true))
                .contains("inbox", "late-writers", "control", "bulk-import", "zone-files", "zone-file")
                .doesNotContain("drift")
                .hasSize(21);
    }

    private static List<String> routes(Path data, boolean watch) throws Exception {
        AppHome home = new AppHome(PROJECT);
        Properties properties = new SettingsFiles(home, data)
                .read("sandbox", Map.of("ovh-domain.data", data.toString(), "camel.main.autoStartup", "false"));
        ApplicationSettings settings = SettingsReader.read(properties, home, data);
        Files.createDirectories(data);
        Clock clock = Clock.systemUTC();
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(data), clock)) {
            Services services = Services.of(settings, ledger, RouteFilesTest::noAccount, "test", clock);
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

    private static OvhApi noAccount() {
        throw new AssertionError("nothing is called before a route runs");
    }
}
