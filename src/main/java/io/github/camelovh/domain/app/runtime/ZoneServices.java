// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.job.FileErrorReport;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.zonefile.DriftCheck;
import io.github.camelovh.domain.app.zonefile.ZoneFileSync;
import io.github.camelovh.domain.app.zonefile.ZoneFolder;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Properties;

/** Zones without ledger and workflows, beside a running {@code run} if there is one. To be closed. */
public final class ZoneServices implements AutoCloseable {
    private final Connection connection;
    private final ZoneFileSync files;
    private final DriftCheck drift;

    private ZoneServices(Connection connection, ZoneFileSync files, DriftCheck drift) {
        this.connection = connection;
        this.files = files;
        this.drift = drift;
    }

    /** Connects with the settings of the component that are among these properties. */
    public static ZoneServices open(ApplicationSettings settings, Properties properties) throws Exception {
        Files.createDirectories(settings.outbox());
        Clock clock = Clock.system(ZoneId.systemDefault());
        Connection connection = Connection.open(properties);
        Endpoints endpoints = connection.endpoints();
        return new ZoneServices(connection, files(settings, endpoints, clock), drift(settings, endpoints, clock));
    }

    static ZoneFileSync files(ApplicationSettings settings, Endpoints endpoints, Clock clock) {
        return new ZoneFileSync(
                endpoints,
                folder(settings),
                settings.zones(),
                settings.encoding(),
                new FileErrorReport(settings.outbox(), clock),
                clock);
    }

    static DriftCheck drift(ApplicationSettings settings, Endpoints endpoints, Clock clock) {
        return new DriftCheck(endpoints, folder(settings), settings.zones(), clock);
    }

    /** The files of zones. */
    public static ZoneFolder folder(ApplicationSettings settings) {
        return new ZoneFolder(settings.zoneFolder(), settings.outbox());
    }

    public ZoneFileSync files() {
        return files;
    }

    public DriftCheck drift() {
        return drift;
    }

    @Override
    public void close() {
        connection.close();
    }
}
