// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in the archive that users unpack. */
@Tag("once")
class DistributionIT {
    private static final Pattern OWN = Pattern.compile("camel-ovh-domain-.*\\.jar");

    private static final Pattern IN_MARKDOWN = Pattern.compile("]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern IN_ASCIIDOC = Pattern.compile("(?:link|xref):(?!https?:)([^\\[#]+)(?:#[^\\[]*)?\\[");

    private ZipFile archive;
    private final Map<String, ZipEntry> entries = new TreeMap<>();

    @BeforeEach
    void open() throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(Path.of("target"), "*-bin.zip")) {
            archive = new ZipFile(archives.iterator().next().toFile());
        }
        archive.stream()
                .filter(entry -> !entry.isDirectory())
                .forEach(entry -> entries.put(entry.getName().replaceFirst("^[^/]+/", ""), entry));
    }

    @AfterEach
    void close() throws IOException {
        archive.close();
    }

    private String text(String name) throws IOException {
        assertThat(entries).containsKey(name);
        return new String(archive.getInputStream(entries.get(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private Set<String> bundled() {
        Set<String> jars = new TreeSet<>();
        entries.keySet().stream()
                .filter(name -> name.startsWith("lib/"))
                .map(name -> name.substring("lib/".length()))
                .filter(name -> !OWN.matcher(name).matches())
                .forEach(jars::add);
        return jars;
    }

    @Test
    void theSbomHasExactlyTheBundledJars() throws IOException {
        JsonNode sbom = new ObjectMapper().readTree(text("sbom.cdx.json"));
        Set<String> listed = new TreeSet<>();
        sbom.path("components")
                .forEach(each -> listed.add(
                        each.path("name").asText() + "-" + each.path("version").asText() + ".jar"));

        assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(listed).isEqualTo(bundled());
    }

    @Test
    void noticeNamesALicenceAndItsTextForEachJar() throws IOException {
        String notice = text("NOTICE");

        for (String jar : bundled()) {
            String name = jar.replaceFirst("-(\\d[^-]*)\\.jar$", ":$1");
            assertThat(notice)
                    .as(jar)
                    .containsPattern(":" + Pattern.quote(name) + "\n {4}\\S.*; licenses/\\S+\\.txt\n");
        }
        Pattern.compile("licenses/\\S+\\.txt").matcher(notice).results().forEach(file -> assertThat(entries)
                .containsKey(file.group()));
        assertThat(text("LICENSE")).contains("Apache License");
    }

    @Test
    void hasNoModuleThatNothingUses() {
        assertThat(bundled())
                .noneMatch(jar -> jar.matches("camel-(core|mock|stub|dataset|xslt|xpath|validator|saga|rest|browse"
                        + "|controlbus|xml-jaxb|core-catalog)-\\d.*"))
                .noneMatch(jar -> jar.matches("(c3p0|mchange|junit|opentest4j|apiguardian|jaxb-runtime).*"));
    }

    /** Whoever has only the archive reads its README, and follows its links. */
    @Test
    void whatTheReadmeAndTheDocsNameIsThere() throws IOException {
        List<String> documents = entries.keySet().stream()
                .filter(name -> name.equals("README.md") || name.endsWith(".adoc"))
                .toList();
        List<String> missing = new ArrayList<>();
        int links = 0;
        for (String document : documents) {
            Pattern link = document.endsWith(".md") ? IN_MARKDOWN : IN_ASCIIDOC;
            for (MatchResult each : link.matcher(text(document)).results().toList()) {
                links++;
                String target = Path.of(document)
                        .resolveSibling(each.group(1))
                        .normalize()
                        .toString();
                if (entries.keySet().stream().noneMatch(name -> name.equals(target) || name.startsWith(target + "/"))) {
                    missing.add(document + " -> " + each.group(1));
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(links).isGreaterThan(20);
    }

    /** Folders of the source are named as such; all others are in the archive. */
    @Test
    void theFoldersAndFilesThatTheReadmeNamesAreThere() throws IOException {
        List<String> named = Pattern.compile("`((?:bin|config|routes|lib|licenses)/[^` ]*)`")
                .matcher(text("README.md"))
                .results()
                .map(each -> each.group(1))
                .distinct()
                .toList();

        assertThat(named).contains("bin/ovh-domain", "config/", "routes/");
        assertThat(named).allSatisfy(each -> assertThat(entries.keySet())
                .as(each)
                .anyMatch(name -> name.equals(each) || (each.endsWith("/") && name.startsWith(each))));
    }
}
