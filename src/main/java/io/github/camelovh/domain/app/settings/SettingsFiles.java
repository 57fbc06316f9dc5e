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
import java.util.Map;
import java.util.Properties;

/**
 * Combines the settings. Later sources override earlier ones: {@code config/application.properties} of the application,
 * the file of the profile, {@code ovh-domain.properties} in the working folder, then the command line.
 */
public final class SettingsFiles {
    private final AppHome home;
    private final Path workingFolder;

    public SettingsFiles(AppHome home, Path workingFolder) {
        this.home = home;
        this.workingFolder = workingFolder;
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
        commandLine.forEach(all::setProperty);
        return all;
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
