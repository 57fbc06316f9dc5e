// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the jars that the distribution bundles, and writes the SBOM, NOTICE and the texts of their licences for it. The
 * build runs it before it makes the archives; it needs no network, and the same jars give the same files.
 */
public final class DistributionCheck {
    private static final String OPENING = """
            camel-ovh-domain
            Its licence is in the file LICENSE.

            lib/ also has the jars of others that are listed here, each with its licence and the file with the text of that
            licence. The notices of their authors follow.

            """;

    private final LicenceTexts licences;
    private final List<KnownVulnerability> vulnerabilities;
    private final List<String> problems = new ArrayList<>();

    DistributionCheck(LicenceTexts licences, List<KnownVulnerability> vulnerabilities) {
        this.licences = licences;
        this.vulnerabilities = List.copyOf(vulnerabilities);
    }

    /**
     * Runs the check.
     *
     * @param args the project's folder and version, the class path with the bundled jars, and the folder to write to
     */
    public static void main(String... args) throws IOException {
        Path base = Path.of(args[0]);
        Path policy = base.resolve("src/main/supply-chain");
        new DistributionCheck(
                        LicenceTexts.read(base, policy.resolve("licences.csv")),
                        KnownVulnerability.read(policy.resolve("vulnerabilities.csv")))
                .write(args[1], BundledJar.of(args[2]), Path.of(args[3]));
    }

    /**
     * Writes {@code sbom.cdx.json}, {@code NOTICE} and {@code licenses/}.
     *
     * @throws IllegalStateException if a jar may not be bundled; it names all such jars, and nothing was written
     */
    void write(String version, List<BundledJar> bundled, Path folder) throws IOException {
        StringBuilder list = new StringBuilder(OPENING);
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, String> notices = new LinkedHashMap<>();
        for (BundledJar jar : bundled) {
            check(jar);
            List<String> texts = licences.of(jar);
            if (texts.isEmpty()) {
                problems.add(jar + " has no text of its licence in it. Bundle it under a licence whose text is named in"
                        + " licences.csv, or leave it out");
            }
            String all = String.join("\n", texts);
            String place = files.computeIfAbsent(all, text -> "licenses/" + jar.name() + "-" + jar.version() + ".txt");
            list.append(jar)
                    .append("\n    ")
                    .append(String.join(" or ", licences.chosen(jar)))
                    .append("; ")
                    .append(place)
                    .append('\n');
            LicenceTexts.notices(jar.file()).forEach(notice -> notices.putIfAbsent(notice, jar.toString()));
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The distribution was not built:\n" + String.join("\n", problems));
        }
        notices.forEach((notice, jar) ->
                list.append("\n---- ").append(jar).append(" ----\n\n").append(notice));
        Files.createDirectories(folder.resolve("licenses"));
        Files.writeString(folder.resolve("sbom.cdx.json"), Sbom.of(version, bundled, licences));
        Files.writeString(folder.resolve("NOTICE"), list);
        for (Map.Entry<String, String> text : files.entrySet()) {
            Files.writeString(folder.resolve(text.getValue()), text.getKey());
        }
    }

    private void check(BundledJar jar) {
        if (licences.chosen(jar).isEmpty()) {
            problems.add(jar + " has the licence " + jar.licences() + ", and licences.csv allows none of these");
        }
        vulnerabilities.stream()
                .filter(known -> known.affects(jar) && !known.isDecided())
                .forEach(known -> problems.add(jar + " is affected by " + known.id() + " " + known.affected()
                        + ". Raise its version, or write a verdict with date and reason to vulnerabilities.csv"));
    }
}
