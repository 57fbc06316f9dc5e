// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.file.DropRefusedException;
import io.github.camelovh.domain.app.file.DroppedFiles;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.ledger.ZoneRepository;
import io.github.camelovh.domain.dns.InvalidRecordsException;
import io.github.camelovh.domain.dns.RecordList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what earlier versions kept in hidden folders of {@code zones/}: what zones were synced with, which changes were begun, and
 * files that wait. Their approvals count no more: whoever may drop a file could have written them.
 */
public final class ZoneFolderUpgrade {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneFolderUpgrade.class);

    private final Path folder;
    private final Path outbox;
    private final Path done;
    private final ZoneRepository zones;

    /**
     * @param folder the folder that zone files are dropped in
     * @param outbox where restore points were written
     * @param done a file that says that it is done; not in a folder that people drop files in
     */
    public ZoneFolderUpgrade(Path folder, Path outbox, Path done, ZoneRepository zones) {
        this.folder = folder;
        this.outbox = outbox;
        this.done = done;
        this.zones = zones;
    }

    /**
     * Takes all of it over, once: what somebody writes there later means nothing. Where the process dies meanwhile, the next one takes
     * the rest. What cannot be understood stays where it lies.
     *
     * @throws IOException if the disk fails or is full; the next start takes the rest
     */
    public void run() throws IOException {
        if (Files.exists(done)) {
            return;
        }
        for (Path kept : files(".kept")) {
            take(kept, this::takeRecords);
        }
        for (Path state : files(".state")) {
            take(state, this::takeState);
        }
        for (Path waiting : files(".waiting")) {
            take(waiting, this::planAgain);
        }
        PrivateFiles.write(done, "What earlier versions kept in hidden folders of zones/ is in the ledger.\n");
    }

    private interface Taking {
        void take(Path file) throws IOException;
    }

    /** A file that is missing, forbidden or no text stays so; any other fault of the disk may pass. */
    private static void take(Path file, Taking taking) throws IOException {
        try {
            taking.take(file);
        } catch (NoSuchFileException
                | AccessDeniedException
                | CharacterCodingException
                | DropRefusedException
                | IllegalArgumentException
                | InvalidRecordsException e) {
            LOG.warn("{} was not taken over from an earlier version: {}", file, e.getMessage());
        }
    }

    private void planAgain(Path waiting) throws IOException {
        Path target = folder.resolve(String.valueOf(waiting.getFileName()));
        if (Files.exists(target)) {
            Files.delete(waiting);
        } else {
            Files.move(waiting, target);
            LOG.info("{} waited for an approval; it is planned again, and its plan gets a code", target.getFileName());
        }
    }

    private List<Path> files(String hidden) throws IOException {
        Path place = folder.resolve(hidden);
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(place)) {
            try (DirectoryStream<Path> all =
                    Files.newDirectoryStream(place, file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
                all.forEach(files::add);
            }
        }
        return files;
    }

    private void takeRecords(Path kept) throws IOException {
        DomainName zone = zoneOf(kept, ".json");
        String records = text(DroppedFiles.read(kept, DesiredZoneFile.MOST_BYTES));
        RecordList.read(records, zone);
        zones.synced(zone.ascii(), records);
        Files.delete(kept);
    }

    private void takeState(Path state) throws IOException {
        String name = String.valueOf(state.getFileName());
        if (name.endsWith(".begun")) {
            DomainName zone = zoneOf(state, ".begun");
            zones.begin(
                    zone.ascii(),
                    text(DroppedFiles.readNamed(outbox.resolve(zone + ".before.json"), DesiredZoneFile.MOST_BYTES)));
        }
        Files.delete(state);
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static DomainName zoneOf(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return DomainName.of(name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name);
    }
}
