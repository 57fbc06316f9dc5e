// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the product's own files lie: {@code routes/} and {@code config/}. Data lies elsewhere, see
 * {@link ApplicationSettings#data()}.
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
     * The folder that the start script named, else the working folder.
     *
     * @param named value of {@link #PROPERTY}, or null
     * @param workingFolder where the process was started
     * @throws SettingsException if there are no routes in it
     */
    public static AppHome find(String named, Path workingFolder) {
        AppHome home = new AppHome(named == null || named.isBlank() ? workingFolder : Path.of(named));
        if (!Files.isDirectory(home.routes())) {
            throw new SettingsException(
                    "There is no folder " + home.routes() + ", where the workflows should lie. Nothing"
                            + " was started. Start bin/ovh-domain of the unpacked distribution, or stand in the project's folder.");
        }
        return home;
    }

    /** The workflows; where that is a link, the folder it leads to, as Camel follows none. */
    public Path routes() {
        Path routes = folder.resolve("routes");
        try {
            return routes.toRealPath();
        } catch (IOException e) {
            return routes; // not there: whoever reads it says so
        }
    }

    /** The settings and the sample file. */
    public Path config() {
        return folder.resolve("config");
    }
}
