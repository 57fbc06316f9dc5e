// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.app.file.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code events/}: a file of lines for each day, the pending events of each recipient, and the undelivered
 * events. A pending event stays here until it was delivered, so that neither a crash nor an unavailable recipient loses
 * it. Thread-safe.
 */
public final class EventFolder {
    /** A process that died has sent fewer events than this without recording them. */
    private static final int REMEMBERED = 1_000;

    private static final int TAIL_BYTES = 1024 * 1024;
    private static final String UNDELIVERED = "undelivered";
    private static final Logger LOG = LoggerFactory.getLogger(EventFolder.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Clock clock;
    private final Set<String> written = new LinkedHashSet<>();
    private boolean tailRead;

    /** @param clock its zone decides when a day begins */
    public EventFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Appends an event to the file of the day, unless it is already among the last ones. */
    public synchronized void append(CloudEvent event) throws IOException {
        PrivateFiles.folder(folder);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Path file = dayFile(today);
        if (!tailRead) {
            readTail(dayFile(today.minusDays(1)));
            readTail(file);
            tailRead = true;
        }
        if (written.contains(event.id())) {
            return;
        }
        PrivateFiles.append(file, event.json() + "\n");
        remember(event.id());
    }

    private Path dayFile(LocalDate day) {
        return folder.resolve(day + ".jsonl");
    }

    /** Completes a line that a power cut left incomplete, so that the next event is on its own line. */
    private void readTail(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return;
        }
        byte[] tail;
        try (RandomAccessFile read = new RandomAccessFile(file.toFile(), "rw")) {
            int length = (int) Math.min(TAIL_BYTES, read.length());
            tail = new byte[length];
            read.seek(read.length() - length);
            read.readFully(tail);
            if (tail[length - 1] != '\n') {
                read.write('\n');
            }
        }
        new String(tail, StandardCharsets.UTF_8).lines().forEach(line -> {
            try {
                remember(JSON.readTree(line).path("id").asText());
            } catch (JsonProcessingException e) {
                LOG.debug("A line of {} is not an event", file.getFileName());
            }
        });
    }

    private void remember(String id) {
        written.add(id);
        if (written.size() > REMEMBERED) {
            written.remove(written.iterator().next());
        }
    }

    /**
     * Queues an event for a recipient.
     *
     * @param addressee name of the folder
     */
    public void queue(String addressee, CloudEvent event) throws IOException {
        write(folder.resolve(addressee), event.fileName(), event.bytes());
    }

    /**
     * Puts aside an event that could not be delivered after all attempts.
     *
     * @param addressee the recipient
     * @param name name of its file
     */
    public void giveUp(String addressee, String name, byte[] event, Exception error) throws IOException {
        write(folder.resolve(UNDELIVERED), addressee + "-" + name, event);
        LOG.warn(
                "{}: an event could not be delivered and was moved to {}: {}. The work continues.",
                addressee,
                folder.resolve(UNDELIVERED).resolve(addressee + "-" + name),
                reason(error));
    }

    /** Hides addresses, which may contain a token and can be part of other libraries' messages. */
    static String reason(Exception error) {
        return error instanceof DeliveryFailedException
                ? error.getMessage()
                : error.getClass().getSimpleName();
    }

    Path waiting(String addressee) {
        return folder.resolve(addressee);
    }

    private static void write(Path place, String name, byte[] event) throws IOException {
        PrivateFiles.folder(place);
        Path part = place.resolve("." + name + ".part");
        try (OutputStream out = PrivateFiles.stream(part)) {
            out.write(event);
        }
        Files.move(part, place.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
