// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.model.VisibleText;
import io.github.camelovh.domain.app.file.DropRefusedException;
import io.github.camelovh.domain.app.file.DroppedFiles;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.job.FileArchive;
import io.github.camelovh.domain.app.job.FileBusyException;
import io.github.camelovh.domain.app.job.FileErrorReport;
import io.github.camelovh.domain.app.job.FileOwner;
import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.app.job.PlanCommand;
import io.github.camelovh.domain.app.job.PlanCommands;
import io.github.camelovh.domain.app.job.StatusReport;
import io.github.camelovh.domain.app.job.WorkGate;
import io.github.camelovh.domain.app.ledger.LedgerException;
import io.github.camelovh.domain.app.row.ImportFileException;
import io.github.camelovh.domain.app.zonefile.SyncedZones;
import io.github.camelovh.domain.app.zonefile.ZoneFileException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.CamelExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what other processes on this machine ask the one that holds the ledger, see {@link RemoteControlFiles}. Thread-safe.
 */
public final class RemoteControl {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteControl.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int LONGEST_NOTE = 64 * 1024;

    private final PlanCommands plans;
    private final StatusReport status;
    private final SyncedZones zones;
    private final WorkGate gate;
    private final FileErrorReport notes;
    private final FileArchive archive;

    RemoteControl(
            PlanCommands plans,
            StatusReport status,
            SyncedZones zones,
            WorkGate gate,
            FileErrorReport notes,
            FileArchive archive) {
        this.plans = plans;
        this.status = status;
        this.zones = zones;
        this.gate = gate;
        this.notes = notes;
        this.archive = archive;
    }

    /**
     * Answers a note by a file beside it, which only the user can read that this process runs as; in a folder that is shared with a group,
     * the group can as well.
     *
     * @param note as {@link RemoteControlFiles} wrote it
     */
    public void reply(File note) throws IOException {
        String text = answer(note);
        String name = note.getName().replaceFirst("\\.[^.]*$", "");
        Path part = note.toPath().resolveSibling("." + name + ".part");
        PrivateFiles.write(part, text);
        Files.move(
                part,
                part.resolveSibling(name + ".answer"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Answers a note. Who left it is its owner, as the operating system knows it.
     *
     * @param note as {@link RemoteControlFiles} wrote it
     * @return the answer's text
     */
    public String answer(File note) throws IOException {
        Path path = note.toPath();
        List<String> lines = lines(path);
        Optional<PlanCommand> command = PlanCommand.read(lines);
        if (command.isPresent()) {
            PlanAnswer answer = plans.answer(command.get(), FileOwner.of(path));
            return (answer.done() ? RemoteControlFiles.YES : RemoteControlFiles.NO) + "\n" + answer.sentence() + "\n";
        }
        if (lines.size() == 3 && lines.get(0).equals(RemoteControlFiles.STATUS)) {
            boolean json = lines.get(2).equals("json");
            return RemoteControlFiles.YES + "\n" + (json ? "" : outage()) + status(lines.get(1), json);
        }
        if (lines.equals(List.of(RemoteControlFiles.SYNCED_ZONES))) {
            return RemoteControlFiles.YES + "\n" + syncedZones();
        }
        return RemoteControlFiles.NO + "\nThat is no note that ovh-domain wrote; nothing was done.\n";
    }

    /** None for what is no note: what a link points to may be anybody's. */
    private static List<String> lines(Path note) throws IOException {
        try {
            return new String(DroppedFiles.read(note, LONGEST_NOTE), StandardCharsets.UTF_8)
                    .lines()
                    .limit(3)
                    .map(String::strip)
                    .toList();
        } catch (DropRefusedException e) {
            LOG.warn("{} Nothing was done.", e.getMessage());
            return List.of();
        }
    }

    /** The records of each zone, by its name. */
    private String syncedZones() throws IOException {
        Map<String, String> records = new TreeMap<>();
        zones.names().forEach(zone -> records.put(zone, zones.records(zone)));
        return JSON.writeValueAsString(records);
    }

    private String outage() {
        return gate.outage()
                .map(outage -> outage.sentence() + ". The work goes on by itself; the next probe is sent at "
                        + outage.nextProbe() + ".\n")
                .orElse("");
    }

    /** Numbers of files and of names, or a name. */
    private String status(String what, boolean json) {
        if (!what.matches("\\d{1,6} \\d{1,6}")) {
            return status.name(what, json);
        }
        int space = what.indexOf(' ');
        return status.files(
                Integer.parseInt(what.substring(0, space)), Integer.parseInt(what.substring(space + 1)), json);
    }

    /**
     * Notes that a file could not be taken, and tells of it in the outbox.
     *
     * @param file as it was dropped
     */
    public void fileFailed(File file, Exception error) throws IOException {
        Throwable cause =
                error instanceof CamelExchangeException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof OvhAuthenticationException || cause instanceof OvhMissingRightException) {
            gate.close((OvhApiException) cause);
        }
        LOG.info("{} was not planned: {}", VisibleText.line(file.getName()), VisibleText.line(cause.getMessage()));
        notes.add(file.toPath(), sentence(cause));
        archive.failed(file);
    }

    private static String sentence(Throwable cause) {
        if (cause instanceof ImportFileException
                || cause instanceof ZoneFileException
                || cause instanceof DropRefusedException) {
            return cause.getMessage();
        }
        String what = cause instanceof OvhApiException
                        || cause instanceof LedgerException
                        || cause instanceof FileBusyException
                ? cause.getMessage()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return "The file was not planned, and nothing was bought or changed, for a reason outside of it: " + what
                + ". Drop it again when that is corrected; what was found out so far is kept.";
    }
}
