// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.zonefile.DriftCheck;
import io.github.camelovh.domain.app.zonefile.SyncedZones;
import io.github.camelovh.domain.app.zonefile.ZoneComparison;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Properties;

/** Looks at zones, without workflows and beside a running {@code run} if there is one; changes nothing. To be closed. */
public final class ZoneServices implements AutoCloseable {
    private final ApplicationSettings settings;
    private final Connection connection;

    private ZoneServices(ApplicationSettings settings, Connection connection) {
        this.settings = settings;
        this.connection = connection;
    }

    /** Connects with the settings of the component that are among these properties. */
    public static ZoneServices open(ApplicationSettings settings, Properties properties) throws Exception {
        return new ZoneServices(settings, Connection.open(properties));
    }

    /** Compares a zone with a file. */
    public ZoneComparison comparison() {
        return new ZoneComparison(connection.endpoints(), settings.zones(), settings.encoding());
    }

    /**
     * Compares zones with what they were synced with.
     *
     * @param zones what to compare
     */
    public DriftCheck drift(SyncedZones zones) {
        return new DriftCheck(
                connection.endpoints(),
                zones,
                settings.drift(),
                settings.zones(),
                Clock.system(ZoneId.systemDefault()));
    }

    @Override
    public void close() {
        connection.close();
    }
}
