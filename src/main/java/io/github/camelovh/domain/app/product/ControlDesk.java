/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.product;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.app.desk.Alarm;
import io.github.camelovh.domain.app.desk.ApprovalAnswer;
import io.github.camelovh.domain.app.desk.ApprovalDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How another process on this machine talks to the one that holds the ledger: an H2 ledger belongs to one process, so an
 * approval is left as a file in the control folder, and answered by a file. Thread-safe.
 */
public final class ControlDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ControlDesk.class);
    private static final int LONGEST = 1000;

    private final ApprovalDesk approvals;
    private final Alarm alarm;

    ControlDesk(ApprovalDesk approvals, Alarm alarm) {
        this.approvals = approvals;
        this.alarm = alarm;
    }

    /**
     * Approves what a note asks for.
     *
     * @param note the digest in its first line, who approves in its second
     * @return the answer's text, its first line {@code yes} or {@code no}
     */
    public String approve(String note) {
        List<String> lines = note.lines().limit(2).map(String::strip).toList();
        if (note.length() > LONGEST || lines.isEmpty() || !lines.get(0).matches("[0-9a-f]{8,64}")) {
            return "no\nThat is no note that ovh-domain approve wrote; nothing was approved.\n";
        }
        ApprovalAnswer answer = approvals.approve(lines.get(0), lines.size() < 2 ? "somebody" : lines.get(1));
        return (answer.given() ? "yes\n" : "no\n") + answer.sentence() + "\n";
    }

    /** Notes that a file could not be taken. */
    public void fileFailed(Exception error) {
        if (error instanceof OvhAuthenticationException || error instanceof OvhMissingRightException) {
            alarm.raise((OvhApiException) error);
        }
        LOG.warn("The file was not planned: {}", error.getMessage());
    }

    /**
     * Leaves a note for the process that holds the ledger.
     *
     * @param control the control folder
     * @return where the answer will be
     */
    public static Path leaveNote(Path control, String digest, String by) throws IOException {
        Files.createDirectories(control);
        String name = UUID.randomUUID().toString();
        Path part = Files.writeString(control.resolve("." + name + ".part"), digest + "\n" + by + "\n");
        Files.move(part, control.resolve(name + ".approve"), StandardCopyOption.ATOMIC_MOVE);
        return control.resolve(name + ".answer");
    }

    /** The answer, once it is there; it is taken away. */
    public static Optional<String> takeAnswer(Path answer) throws IOException {
        if (!Files.exists(answer)) {
            return Optional.empty();
        }
        String text = Files.readString(answer);
        Files.delete(answer);
        return Optional.of(text);
    }

    /** Takes a note back that nobody answered; false if it was taken meanwhile. */
    public static boolean withdraw(Path answer) throws IOException {
        Path note = answer.resolveSibling(String.valueOf(answer.getFileName()).replace(".answer", ".approve"));
        return Files.deleteIfExists(note);
    }
}
