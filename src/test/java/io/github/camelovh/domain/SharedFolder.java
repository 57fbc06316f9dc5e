// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder with the official API schema and the recorded request/response pairs. They are not part of the project:
 * tests that need them run only if they exist.
 */
public final class SharedFolder {

    private SharedFolder() {}

    /**
     * The folder {@code ovh-api}; skips the calling test if it does not exist.
     *
     * @return an existing folder with {@code schemas} and {@code examples}
     */
    public static Path ovhApi() {
        Optional<Path> found = ifThere();
        assumeTrue(found.isPresent(), "the official schema is not beside this checkout");
        return found.orElseThrow();
    }

    /** The same folder, for tests that also work without it, but are stricter with it. */
    public static Optional<Path> ifThere() {
        return Stream.of(System.getProperty("ovh.shared"), System.getenv("OVH_SHARED"), "../shared")
                .filter(place -> place != null && !place.isBlank())
                .map(place -> Path.of(place, "ovh-api"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
