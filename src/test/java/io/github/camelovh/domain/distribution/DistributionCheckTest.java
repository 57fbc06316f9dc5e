// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionCheckTest {
    private static final String HEADER = "id,package,affected,verdict,date,reason\n";

    @TempDir
    Path folder;

    private LicenceTexts licences;

    @BeforeEach
    void policy() throws IOException {
        Files.writeString(folder.resolve("apache.txt"), "The text of Apache\n");
        Files.writeString(
                folder.resolve("licences.csv"),
                "licence,names,text\nApache-2.0,Apache 2|Apache two,apache.txt\nMIT,,\n");
        licences = LicenceTexts.read(folder, folder.resolve("licences.csv"));
    }

    @Test
    void writesEachTextOnceAndAllNotices() throws IOException {
        BundledJar one =
                jar("one", "1.0", "MIT", "META-INF/LICENSE.txt", "(c) One", "META-INF/NOTICE", "One says\r\nhello");
        BundledJar two = jar("two", "1.0", "GPL-2.0-only|Apache 2");
        BundledJar three = jar("three", "1.0", "Apache-2.0", "NOTICE.md", "Three says hello");

        new DistributionCheck(licences, List.of()).write("9", List.of(one, two, three), folder.resolve("out"));

        assertThat(folder.resolve("out/NOTICE"))
                .content()
                .contains("a:one:1.0\n    MIT; licenses/one-1.0.txt")
                .contains("a:two:1.0\n    Apache-2.0; licenses/two-1.0.txt")
                .contains("a:three:1.0\n    Apache-2.0; licenses/two-1.0.txt")
                .contains("---- a:one:1.0 ----\n\nOne says\nhello\n")
                .contains("Three says hello");
        assertThat(folder.resolve("out/licenses/one-1.0.txt")).hasContent("(c) One");
        assertThat(folder.resolve("out/licenses/two-1.0.txt")).hasContent("The text of Apache");
        assertThat(folder.resolve("out/licenses/three-1.0.txt")).doesNotExist();
    }

    @Test
    void namesEachJarThatMayNotBeBundledAndWritesNothing() throws IOException {
        BundledJar strict = jar("strict", "1.0", "AGPL-3.0-only");
        BundledJar none = new BundledJar("a", "none", "1.0", List.of(), strict.file());
        BundledJar mute = jar("mute", "1.0", "MIT");

        assertThatThrownBy(() -> new DistributionCheck(licences, List.of())
                        .write("9", List.of(strict, none, mute), folder.resolve("out")))
                .hasMessageContaining("a:strict:1.0 has the licence [AGPL-3.0-only]")
                .hasMessageContaining("a:none:1.0 has the licence []")
                .hasMessageContaining("a:mute:1.0 has no text of its licence");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5.21 | (,1.5.24]        | true",
                "1.5.24 | (,1.5.24]        | true",
                "1.5.24 | (,1.5.24)        | false",
                "1.5.35 | (,1.5.24]        | false",
                "1.10.0 | (,1.5.24]        | false",
                "5.6.3  | [5.0,5.6.3)      | false",
                "5.0    | [5.0,5.6.3)      | true",
                "5.0    | (5.0,5.6.3)      | false",
                "4.9.9  | [5.0,5.6.3)      | false",
                "7.0    | [5.0,)           | true",
                "4.22.0 | (,4.18.5) [4.19,4.22.1) | true",
                "4.18.5 | (,4.18.5) [4.19,4.22.1) | false"
            })
    void stopsTheBuildForAJarInAnAffectedRange(String version, String affected, boolean stops) throws IOException {
        BundledJar jar = jar("lib", version, "Apache-2.0");
        Path csv = Files.writeString(
                folder.resolve("v.csv"), HEADER + "CVE-1,a:lib,\"" + affected + "\",,,\nCVE-2,a:other,\"[0,)\",,,\n");
        DistributionCheck check = new DistributionCheck(licences, KnownVulnerability.read(csv));

        if (stops) {
            assertThatThrownBy(() -> check.write("9", List.of(jar), folder.resolve("out")))
                    .hasMessageContaining("a:lib:" + version + " is affected by CVE-1")
                    .hasMessageNotContaining("CVE-2");
        } else {
            check.write("9", List.of(jar), folder.resolve("out"));
        }
    }

    @Test
    void letsAVerdictPass() throws IOException {
        BundledJar jar = jar("lib", "1.0", "Apache-2.0");
        Path csv = Files.writeString(
                folder.resolve("v.csv"),
                HEADER + "CVE-1,a:lib,\"[0,)\",not-affected,2026-11-30,The code is not called\n");

        new DistributionCheck(licences, KnownVulnerability.read(csv)).write("9", List.of(jar), folder.resolve("out"));

        assertThat(folder.resolve("out/NOTICE")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CVE-1,a:lib,1.0,,,",
                "CVE-1,a:lib,,,,",
                "CVE-1,lib,\"[0,)\",,,",
                "CVE-1,a:lib,\"[0,)\",maybe,2026-11-30,why",
                "CVE-1,a:lib,\"[0,)\",accepted,,why",
                "CVE-1,a:lib,\"[0,)\",accepted,2026-11-30,",
                "CVE-1,a:lib,\"[0,)\",,2026-11-30,why",
                "CVE-1,a:lib,\"[0,)\",accepted,30.11.2026,why"
            })
    void refusesALineThatIsNotUnderstood(String line) throws IOException {
        Path csv = Files.writeString(folder.resolve("v.csv"), HEADER + line + "\n");

        assertThatThrownBy(() -> KnownVulnerability.read(csv))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CVE-1: ");
    }

    /** The same jars give the same SBOM; it has no time and no random number in it. */
    @Test
    void writesAnSbom() throws IOException {
        List<BundledJar> jars = List.of(jar("one", "1.0", "Apache two|Own"), jar("two", "2.0", "MIT"));

        String sbom = Sbom.of("9", jars, licences);

        assertThat(Sbom.of("9", jars, licences)).isEqualTo(sbom);
        assertThat(Sbom.of("10", jars, licences)).isNotEqualTo(sbom);
        JsonNode one = new ObjectMapper().readTree(sbom).path("components").path(0);
        assertThat(one.path("purl").asText()).isEqualTo("pkg:maven/a/one@1.0?type=jar");
        assertThat(one.path("hashes").path(0).path("content").asText()).matches("[0-9a-f]{64}");
        assertThat(one.path("licenses"))
                .hasToString("[{\"license\":{\"id\":\"Apache-2.0\"}},{\"license\":{\"name\":\"Own\"}}]");
    }

    @Test
    void readsTheLicenceOfAParentPom() throws IOException {
        String parent = "<project><groupId>a.b</groupId><artifactId>parent</artifactId><version>3</version>"
                + "<licenses><license><name>MIT</name></license><license><name>BSD</name></license></licenses></project>";
        String child = "<project><parent><groupId>a.b</groupId><artifactId>parent</artifactId><version>3</version>"
                + "</parent><artifactId>lib</artifactId><version>1</version></project>";
        write("a/b/parent/3/parent-3.pom", parent);
        write("a/b/lib/1/lib-1.pom", child);
        write("a/b/lib/1/lib-1.jar", "");

        assertThat(BundledJar.of(folder.resolve("a/b/lib/1/lib-1.jar").toString()))
                .singleElement()
                .satisfies(jar -> {
                    assertThat(jar).hasToString("a.b:lib:1");
                    assertThat(jar.licences()).containsExactly("MIT", "BSD");
                });
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private BundledJar jar(String name, String version, String licenceNames, String... entries) throws IOException {
        Path file = folder.resolve(name + "-" + version + ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                jar.putNextEntry(new JarEntry(entries[i]));
                jar.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
            if (entries.length == 0) {
                jar.putNextEntry(new JarEntry("x.txt"));
            }
        }
        return new BundledJar("a", name, version, List.of(licenceNames.split("\\|")), file);
    }
}
