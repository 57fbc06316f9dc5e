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
