// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.job.PlanCommand;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.zonefile.SyncedZones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How one process asks the one that holds the ledger: an H2 ledger belongs to one process, so a question is left as a file
 * in the control folder, and answered by a file. Thread-safe.
 */
public final class RemoteControlFiles {
    static final String STATUS = "status";
    static final String SYNCED_ZONES = "synced zones";
    static final String YES = "yes";
    static final String NO = "no";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Path folder;

    /**
     * @param folder the control folder, see {@link ApplicationSettings#control()}
     */
    public RemoteControlFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * An answer.
     *
     * @param yes whether what was asked for was done
     * @param text words for people
     */
    public record Answer(boolean yes, String text) {}

    /**
     * Asks for a command about plans to be run. Who asks is known by the owner of the file that this leaves.
     *
     * @return empty if nobody answered, and then nothing was done or will be
     */
    public Optional<Answer> ask(PlanCommand command) throws IOException, InterruptedException {
        return ask(command.lines());
    }

    /**
     * Asks where things stand.
     *
     * @param what a name, or how many files and how many names of each, with a space between
     */
    public Optional<Answer> status(String what, boolean json) throws IOException, InterruptedException {
        return ask(List.of(STATUS, what, json ? "json" : "words"));
    }

    /** Asks for what zones were synced with: their records by their names. */
    public Optional<SyncedZones> syncedZones() throws IOException, InterruptedException {
        Optional<Answer> answer = ask(List.of(SYNCED_ZONES));
        return answer.isPresent() && answer.get().yes()
                ? Optional.of(SyncedZones.of(readZones(answer.get().text())))
                : Optional.empty();
    }

    private static Map<String, String> readZones(String json) throws IOException {
        return new ObjectMapper().readValue(json, new TypeReference<TreeMap<String, String>>() {});
    }

    private Optional<Answer> ask(List<String> lines) throws IOException, InterruptedException {
        PrivateFiles.folder(folder);
        String name = UUID.randomUUID().toString();
        Path part = folder.resolve("." + name + ".part");
        Path note = folder.resolve(name + ".ask");
        Path answer = folder.resolve(name + ".answer");
        PrivateFiles.write(part, String.join("\n", lines) + "\n");
        Files.move(part, note, StandardCopyOption.ATOMIC_MOVE);
        long end = System.nanoTime() + ANSWER_WITHIN.toNanos();
        while (System.nanoTime() < end || !Files.deleteIfExists(note)) {
            if (Files.exists(answer)) {
                String text = Files.readString(answer);
                Files.delete(answer);
                int line = text.indexOf('\n');
                return Optional.of(new Answer(text.startsWith(YES), text.substring(line + 1)));
            }
            if (System.nanoTime() > end + ANSWER_WITHIN.toNanos()) {
                break;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return Optional.empty();
    }
}
