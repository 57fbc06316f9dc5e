// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.OpenPlaces;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says at the start about settings that work, but perhaps not as they are meant. */
final class StartWarnings {
    private static final Logger LOG = LoggerFactory.getLogger(StartWarnings.class);

    private StartWarnings() {}

    /** What others can read. Nothing is changed: a folder may be another user's, or meant to be open. */
    static void openPlaces(ApplicationSettings settings) {
        if (!PrivateFiles.havePermissions(settings.data())) {
            LOG.warn(
                    "{} is on a file system without POSIX permissions: what the application writes there is for its owner"
                            + " alone only if the folder is.",
                    settings.data());
        }
        OpenPlaces.of(settings, OpenPlaces.keyFiles())
                .forEach(each -> LOG.warn("{}. To close it: {}", each.what(), each.whatToDo()));
    }

    /** Schedules that do not fire on a day on which the clocks are changed. */
    static void schedulesLeftOut(ApplicationSettings settings) {
        Map<String, String> schedules = Map.of(
                "ovh-domain.renewal.cron", settings.renewals().cron(), "ovh-domain.drift.cron", settings.driftCron());
        schedules.forEach((key, cron) -> {
            if (!cron.isEmpty()) {
                SwitchDays.leftOut(
                                key,
                                cron,
                                ZoneId.systemDefault(),
                                Clock.systemUTC().instant())
                        .ifPresent(LOG::warn);
            }
        });
    }
}
