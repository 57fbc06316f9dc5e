// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The results of {@code mvn package}: the component's jar alone, and a distribution that runs from any folder. */
class DistributionIT {

    private static final Path TARGET = Path.of("target");

    @TempDir
    Path folder;

    @Test
    void componentJarHoldsNoProductAndNoSandbox() throws Exception {
        List<String> names = entries(artifact(".jar", "-app.jar", "-sandbox.jar"));
        assertThat(names)
                .contains(
                        "META-INF/services/org/apache/camel/component/ovh-domain",
                        "META-INF/services/org/apache/camel/component.properties",
                        "META-INF/io/github/camelovh/domain/component/ovh-domain.json",
                        "META-INF/jandex.idx")
                .noneMatch(name -> name.contains("/app/")
                        || name.contains("/sandbox/")
                        || name.startsWith("db/")
                        || name.equals("logback.xml")
                        || name.equals("component.properties"));
    }

    @Test
    void whoTakesTheComponentInheritsCamelAReaderOfZoneFilesAndACircuitBreaker() throws Exception {
        NodeList dependencies = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getElementsByTagName("dependency");
        List<String> inherited = new ArrayList<>();
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            boolean managed =
                    dependency.getParentNode().getParentNode().getNodeName().equals("dependencyManagement");
            if (!managed
                    && text(dependency, "optional").isEmpty()
                    && !text(dependency, "scope").equals("test")) {
                inherited.add(text(dependency, "artifactId"));
            }
        }
        assertThat(inherited)
                .containsExactlyInAnyOrder(
                        "camel-support",
                        "camel-http",
                        "camel-jackson",
                        "dnsjava",
                        "resilience4j-circuitbreaker",
                        "resilience4j-core");
    }

    @Test
    void distributionRunsFromAnyFolder() throws Exception {
        unzip(artifact("-bin.zip"));
        Path root = folder.resolve("home of ovh");
        try (Stream<Path> unpacked = Files.list(folder)) {
            Files.move(unpacked.findFirst().orElseThrow(), root);
        }
        assertThat(root.resolve("routes")).isNotEmptyDirectory();
        assertThat(root.resolve("config/application.properties")).exists();
        assertThat(root.resolve("README.md")).exists();
        Path script = root.resolve("bin/ovh-domain");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder("sh", script.toString(), "--help")
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(printed)).contains("import", "approve", "sandbox");
    }

    private static String text(Element dependency, String name) {
        NodeList found = dependency.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static Path artifact(String suffix, String... others) {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> Stream.of(others).noneMatch(file.toString()::endsWith))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no *" + suffix + " in target: was it packaged?"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> entries(Path zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private void unzip(Path zip) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path place = folder.resolve(entry.getName()).normalize();
                assertThat(place.startsWith(folder))
                        .as("%s stays in its folder", place)
                        .isTrue();
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                } else {
                    Files.createDirectories(place.getParent());
                    Files.copy(in, place);
                }
            }
        }
    }
}
