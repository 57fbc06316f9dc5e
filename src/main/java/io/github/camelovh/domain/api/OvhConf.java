// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.model.HoldsSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One {@code ovh.conf}: sections in brackets, {@code name=value} lines, comments after {@code ;} or {@code #}.
 *
 * @param open whether other users may read it, or its group may write it
 */
@HoldsSecret
record OvhConf(Path file, boolean exists, boolean open, Map<String, Map<String, String>> sections) {

    private static final Set<PosixFilePermission> OWN =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    static OvhConf read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new OvhConf(file, false, false, Map.of());
        }
        try {
            Set<PosixFilePermission> permissions = permissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new CredentialsException("Every user of this machine may write " + file
                        + ", so its keys may be somebody else's; it was not read. Check what it contains, then run:"
                        + " chmod 600 " + file);
            }
            boolean open = !OWN.containsAll(permissions);
            return new OvhConf(file, true, open, parse(file, Files.readAllLines(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new CredentialsException("The file " + file + " cannot be read ("
                    + e.getClass().getSimpleName() + "); is it UTF-8 text that this user may read?");
        }
    }

    /** None on file systems that have no such permissions. */
    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? Set.of() : view.readAttributes().permissions();
    }

    private static Map<String, Map<String, String>> parse(Path file, List<String> lines) {
        Map<String, Map<String, String>> sections = new HashMap<>();
        String section = "default";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith(";") || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1).strip().toLowerCase(Locale.ROOT);
            } else if (equals > 0) {
                sections.computeIfAbsent(section, name -> new HashMap<>())
                        .put(
                                line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                                line.substring(equals + 1).strip());
            } else { // the line may contain a secret by mistake, so only its number is shown
                throw new CredentialsException(
                        "Line " + (i + 1) + " of " + file + " is neither [section] nor name=value");
            }
        }
        return sections;
    }

    String value(String section, String name) {
        String value = sections.getOrDefault(section.toLowerCase(Locale.ROOT), Map.of())
                .get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    @Override
    public String toString() {
        return "OvhConf[" + file + "]";
    }
}
