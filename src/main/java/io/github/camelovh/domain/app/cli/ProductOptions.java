// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.settings.AppHome;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.SettingsFiles;
import io.github.camelovh.domain.app.settings.SettingsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all commands that need the ledger or the API. */
final class ProductOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of ledger, inbox and outbox. Default: data/ in the working folder.")
    private Path data;

    @Option(
            names = "--endpoint",
            paramLabel = "NAME|URL",
            description = "ovh-eu, ovh-ca, ovh-us, or a base URL such as http://127.0.0.1:18080/1.0. Default:"
                    + " OVH_ENDPOINT or ovh.conf. Keys are never options. They come from OVH_APPLICATION_KEY,"
                    + " OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY, or from ovh.conf, and go only to the"
                    + " endpoint that is set there too.")
    private String endpoint;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Use config/NAME.properties. It overrides config/application.properties.")
    private String profile;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting. It overrides all files. Can be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin
    @SuppressWarnings("UnusedVariable") // only for the help: the levels are set before the first logger is created
    private LogOptions log;

    /** The settings from all sources. */
    Properties properties() {
        Map<String, String> commandLine = new LinkedHashMap<>(settings);
        if (data != null) {
            commandLine.put("ovh-domain.data", data.toString());
        }
        if (endpoint != null) {
            commandLine.put(Component.REGION, endpoint);
        }
        settings.keySet().stream().filter(SettingsFiles.SECRETS::contains).forEach(secret -> LoggerFactory.getLogger(
                        ProductOptions.class)
                .warn(
                        "{} is on the command line, where every user of this machine can read it. Put it in {}, or in"
                                + " ovh-domain.properties in the working folder, which only you may read",
                        secret,
                        SettingsFiles.variable(secret)));
        return new SettingsFiles(home(), workingFolder(), System.getenv()).read(profile, commandLine);
    }

    ApplicationSettings read(Properties properties) {
        return SettingsReader.read(properties, home(), workingFolder());
    }

    static AppHome home() {
        return AppHome.find(System.getProperty(AppHome.PROPERTY), workingFolder());
    }

    static Path workingFolder() {
        return Path.of("").toAbsolutePath();
    }

    /** The names of the component's options. */
    static final class Component {
        static final String REGION = "camel.component.ovh-domain.region";
        static final String APPLICATION_KEY = "camel.component.ovh-domain.application-key";
        static final String APPLICATION_SECRET = "camel.component.ovh-domain.application-secret";
        static final String CONSUMER_KEY = "camel.component.ovh-domain.consumer-key";

        private Component() {}
    }
}
