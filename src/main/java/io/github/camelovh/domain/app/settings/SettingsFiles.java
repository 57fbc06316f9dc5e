// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Combines the settings. Later sources override earlier ones: {@code config/application.properties} of the application,
 * the file of the profile, {@code ovh-domain.properties} in the working folder, then the command line.
 */
public final class SettingsFiles {
    /** The secret settings. Each may be an environment variable; on a command line every user of the machine sees it. */
    public static final List<String> SECRETS = List.of(
            "ovh-domain.ledger.password",
            "ovh-domain.notify.mail.password",
            "ovh-domain.notify.webhook",
            "ovh-domain.notify.webhook.secret");

    private static final String VARIABLES = "OVH_DOMAIN_";

    private final AppHome home;
    private final Path workingFolder;
    private final Map<String, String> environment;

    /**
     * The files of a home and a working folder.
     *
     * @param environment such as {@code System.getenv()}; secret settings may be in it, see {@link #variable}
     */
    public SettingsFiles(AppHome home, Path workingFolder, Map<String, String> environment) {
        this.home = home;
        this.workingFolder = workingFolder;
        this.environment = Map.copyOf(environment);
    }

    /** The name of the environment variable for a secret setting: {@code OVH_DOMAIN_LEDGER_PASSWORD}. */
    public static String variable(String secret) {
        return secret.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    /**
     * Reads all of them.
     *
     * @param profile name of a file in {@code config/} without its extension; null for none
     * @param commandLine settings that override all files
     * @throws SettingsException if there is no such profile
     */
    public Properties read(String profile, Map<String, String> commandLine) {
        Properties all = new Properties();
        Path base = home.config().resolve("application.properties");
        if (!Files.isRegularFile(base)) {
            throw new SettingsException(
                    "There is no file " + base + ". Nothing was started. Restore it from the" + " distribution.");
        }
        add(all, base);
        if (profile != null) {
            add(all, profileFile(profile));
        }
        Path own = workingFolder.resolve("ovh-domain.properties");
        if (Files.isRegularFile(own)) {
            add(all, own);
        }
        addEnvironment(all);
        commandLine.forEach(all::setProperty);
        return all;
    }

    private void addEnvironment(Properties all) {
        Set<String> known = SECRETS.stream().map(SettingsFiles::variable).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>(environment.keySet());
        unknown.removeIf(name -> !name.startsWith(VARIABLES) || known.contains(name));
        if (!unknown.isEmpty()) {
            throw new SettingsException("The environment has " + String.join(", ", unknown)
                    + ", which is not a setting. Nothing was started. The variables are "
                    + String.join(", ", new TreeSet<>(known)) + ".");
        }
        for (String secret : SECRETS) {
            String value = environment.getOrDefault(variable(secret), "");
            if (!value.isBlank()) {
                all.setProperty(secret, value.strip());
            }
        }
    }

    private Path profileFile(String profile) {
        if (!profile.matches("[a-zA-Z0-9][a-zA-Z0-9-]*")) {
            throw new SettingsException(
                    "The name of a profile consists of letters, digits and hyphens," + " not: " + profile);
        }
        Path file = home.config().resolve(profile + ".properties");
        if (!Files.isRegularFile(file) || profile.equals("application")) {
            throw new SettingsException("There is no profile \"" + profile + "\". Nothing was started. The profiles"
                    + " are: "
                    + String.join(", ", profiles()));
        }
        return file;
    }

    private List<String> profiles() {
        List<String> names = new ArrayList<>();
        try (var files = Files.newDirectoryStream(home.config(), "*.properties")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName()).replaceFirst("\\.properties$", "");
                if (!name.equals("application")) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + home.config() + " cannot be read", e);
        }
        names.sort(null);
        return names;
    }

    private static void add(Properties all, Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties one = new Properties();
            one.load(reader);
            one.forEach((key, value) -> all.put(key, String.valueOf(value).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("The settings in " + file + " cannot be read", e);
        }
    }
}
