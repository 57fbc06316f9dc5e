// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.RecordSet;
import io.github.camelovh.domain.dns.ZoneJournal;
import io.github.camelovh.domain.dns.ZoneSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Notes how changes of record sets stand in the files of their zones. Thread-safe for different zones. */
public final class ZoneFolderJournal implements ZoneJournal {
    private final ZoneFolder zoneFolder;

    public ZoneFolderJournal(ZoneFolder zoneFolder) {
        this.zoneFolder = zoneFolder;
    }

    @Override
    public <T> Optional<T> alone(DomainName zone, Supplier<T> change) {
        try {
            return Optional.of(zoneFolder.alone(zone, change::get));
        } catch (ZoneBusyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isBegun(DomainName zone) {
        return zoneFolder.isBegun(zone);
    }

    @Override
    public void begin(ZoneSnapshot before) {
        written(() -> zoneFolder.begin(before));
    }

    @Override
    public void nothingWritten(DomainName zone) {
        written(() -> zoneFolder.notBegun(zone));
    }

    @Override
    public void end(DomainName zone, List<RecordSet> sets) {
        written(() -> zoneFolder.amend(zone, sets));
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void written(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
