// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of the application's own files: {@code routes/} and {@code config/}. Data is elsewhere, see {@link
 * ApplicationSettings#data()}.
 *
 * @param folder absolute
 */
public record AppHome(Path folder) {
    /** Set by the start script. */
    public static final String PROPERTY = "ovh-domain.home";

    public AppHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /**
     * The folder from the start script, else the working folder.
     *
     * @param named value of {@link #PROPERTY}, or null
     * @param workingFolder where the process was started
     * @throws SettingsException if it has no routes
     */
    public static AppHome find(String named, Path workingFolder) {
        AppHome home = new AppHome(named == null || named.isBlank() ? workingFolder : Path.of(named));
        if (!Files.isDirectory(home.routes())) {
            throw new SettingsException(
                    "There is no folder " + home.routes() + ", which must contain the workflows. Nothing was"
                            + " started. Start bin/ovh-domain of the unpacked distribution, or change to the"
                            + " project's folder.");
        }
        return home;
    }

    /** The workflows; if this is a link, the folder it points to, because Camel follows no links. */
    public Path routes() {
        Path routes = folder.resolve("routes");
        try {
            return routes.toRealPath();
        } catch (IOException e) {
            return routes; // does not exist: the reader of the folder reports it
        }
    }

    /** The settings and the sample file. */
    public Path config() {
        return folder.resolve("config");
    }
}
