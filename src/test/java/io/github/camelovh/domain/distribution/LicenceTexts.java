// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.distribution;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of the licences that bundled jars may have, and the texts that the jars have in them. */
final class LicenceTexts {
    private static final Pattern LICENCE = Pattern.compile(
            "(META-INF/)?(LICEN[CS]ES?|COPYING|COPYRIGHT)(\\.(txt|md))?|META-INF/licenses/.+/LICENSE(\\.txt)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE = Pattern.compile("(META-INF/)?NOTICE(\\.(txt|md))?", Pattern.CASE_INSENSITIVE);

    /** The allowed licences; the value is empty where only the text in the jar itself names its authors. */
    private final Map<String, String> allowed;

    /** The ids of allowed licences by the names that POMs have for them. */
    private final Map<String, String> ids;

    private LicenceTexts(Map<String, String> allowed, Map<String, String> ids) {
        this.allowed = allowed;
        this.ids = ids;
    }

    /**
     * Reads the licences that are allowed.
     *
     * @param base where the texts are found by their paths
     */
    static LicenceTexts read(Path base, Path csv) throws IOException {
        Map<String, String> allowed = new LinkedHashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                String file = row.getField("text");
                String id = row.getField("licence");
                allowed.put(id, file.isEmpty() ? "" : Files.readString(base.resolve(file)));
                ids.put(id, id);
                for (String name : row.getField("names").split("\\|")) {
                    ids.put(name, id);
                }
            }
        }
        return new LicenceTexts(allowed, ids);
    }

    /** The licences of a jar under which it may be bundled. */
    List<String> chosen(BundledJar bundled) {
        return ids(bundled).stream().filter(allowed::containsKey).toList();
    }

    /** All licences of a jar: their ids, or the names in its POM where they have none here. */
    List<String> ids(BundledJar bundled) {
        return bundled.licences().stream()
                .map(name -> ids.getOrDefault(name, name))
                .distinct()
                .toList();
    }

    /** Whether this is an id of SPDX, and not a name or an id of ours. */
    boolean isSpdx(String licence) {
        return allowed.containsKey(licence) && !licence.startsWith("LicenseRef-");
    }

    /** The texts of a jar's licences: those in it, else those of the licences themselves. Empty if there is none. */
    List<String> of(BundledJar bundled) throws IOException {
        List<String> own = entries(bundled.file(), LICENCE);
        if (!own.isEmpty()) {
            return own;
        }
        return chosen(bundled).stream()
                .map(allowed::get)
                .filter(text -> !text.isEmpty())
                .limit(1)
                .toList();
    }

    static List<String> notices(Path jar) throws IOException {
        return entries(jar, NOTICE);
    }

    private static List<String> entries(Path jar, Pattern name) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> entries = file.stream()
                    .filter(entry -> !entry.isDirectory()
                            && name.matcher(entry.getName()).matches())
                    .collect(Collectors.toCollection(ArrayList::new));
            for (JarEntry entry : entries) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                String text = new String(bytes, StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .strip();
                found.put(entry.getName(), text + "\n");
            }
        }
        return List.copyOf(found.values());
    }
}
