// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The state on disk, in one JSON file. After a kill at any point, the file has the old or the new state. */
final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** @throws IllegalStateException if the file exists but does not contain a valid state */
    Optional<JsonNode> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode state = JSON.readTree(file.toFile());
            if (!state.path("rooms").isObject()) {
                throw new IllegalStateException(file + " does not contain a state of a sandbox; nothing was started."
                        + " Choose another file for the store, or move this one away.");
            }
            return Optional.of(state);
        } catch (IOException e) {
            throw new IllegalStateException(
                    file + " cannot be read as a state of a sandbox ("
                            + e.getClass().getSimpleName()
                            + "); nothing was started. Choose another file for the store, or move this one away.",
                    e);
        }
    }

    void write(JsonNode state) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(beside.toFile(), state);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write its state to " + file, e);
        }
    }
}
