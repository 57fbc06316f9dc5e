// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.distribution;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A jar of somebody else in the distribution.
 *
 * @param licences as its POM names them; several mean a choice
 * @param file the jar
 */
record BundledJar(String group, String name, String version, List<String> licences, Path file) {

    BundledJar {
        licences = List.copyOf(licences);
    }

    /** {@code group:name}, as a list of vulnerabilities names it. */
    String id() {
        return group + ":" + name;
    }

    @Override
    public String toString() {
        return id() + ":" + version;
    }

    /** The jars of a class path in a local repository of Maven, sorted. */
    static List<BundledJar> of(String classpath) {
        return Stream.of(classpath.split(File.pathSeparator))
                .map(Path::of)
                .map(Pom::of)
                .sorted(Comparator.comparing(BundledJar::toString))
                .toList();
    }
}
