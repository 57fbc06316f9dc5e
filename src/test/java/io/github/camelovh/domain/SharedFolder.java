// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the official API schema and the recorded request/response pairs lie. They are no part of the project: tests that
 * hold the project against them run only where they are there.
 */
public final class SharedFolder {

    private SharedFolder() {}

    /**
     * The folder {@code ovh-api}; skips the calling test where there is none.
     *
     * @return an existing folder with {@code schemas} and {@code examples}
     */
    public static Path ovhApi() {
        Optional<Path> found = ifThere();
        assumeTrue(found.isPresent(), "the official schema is not beside this checkout");
        return found.orElseThrow();
    }

    /** The same folder, for tests that hold without it and are only stricter with it. */
    public static Optional<Path> ifThere() {
        return Stream.of(System.getProperty("ovh.shared"), System.getenv("OVH_SHARED"), "../shared")
                .filter(place -> place != null && !place.isBlank())
                .map(place -> Path.of(place, "ovh-api"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
