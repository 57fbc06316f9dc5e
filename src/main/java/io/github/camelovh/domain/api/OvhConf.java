// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.model.HoldsSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One {@code ovh.conf}: sections in brackets, {@code name=value} lines, comments after {@code ;} or {@code #}. */
@HoldsSecret
record OvhConf(Path file, boolean exists, Map<String, Map<String, String>> sections) {

    static OvhConf read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new OvhConf(file, false, Map.of());
        }
        try {
            return new OvhConf(file, true, parse(file, Files.readAllLines(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new CredentialsException("The file " + file + " cannot be read ("
                    + e.getClass().getSimpleName() + "); is it UTF-8 text that this user may read?");
        }
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
