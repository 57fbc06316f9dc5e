// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import io.github.camelovh.domain.app.row.NameReading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.Node;

/** Parses the conditions of a rule. Used by one thread. */
final class ConditionReader {
    private static final Set<String> ROLES = Set.of("owner", "admin", "tech", "billing");
    private static final Set<String> MEMBERS = Set.of(
            "names",
            "extensions",
            "tags",
            "list",
            "olderThanDays",
            "youngerThanDays",
            "owner",
            "admin",
            "tech",
            "billing");
    private static final int LONGEST_LIFE = 100_000;

    private final Path folder;
    private final BiConsumer<Integer, String> wrong;

    /**
     * @param folder the folder of name lists
     * @param wrong receives the line and the description of an error
     */
    ConditionReader(Path folder, BiConsumer<Integer, String> wrong) {
        this.folder = folder;
        this.wrong = wrong;
    }

    List<Condition> read(Node node) {
        Members match = Members.of(node, "match", MEMBERS, wrong);
        if (match.names().isEmpty()) {
            wrong.accept(match.line(), "match is empty: leave it out for a rule that matches every name");
        }
        List<Condition> conditions = new ArrayList<>();
        if (match.has("names")) {
            conditions.add(new Condition.Names(patterns(match)));
        }
        if (match.has("extensions")) {
            conditions.add(new Condition.Extensions(extensions(match)));
        }
        match.text("list").ifPresent(file -> conditions.add(new Condition.Listed(file, listed(match, file))));
        for (String role : new TreeSet<>(ROLES)) {
            if (match.has(role)) {
                conditions.add(new Condition.Contact(role, new HashSet<>(match.texts(role))));
            }
        }
        match.node("tags").ifPresent(tags -> conditions.add(new Condition.Tags(tags(tags))));
        match.number("olderThanDays", 0, LONGEST_LIFE).ifPresent(days -> conditions.add(new Condition.Age(days, true)));
        match.number("youngerThanDays", 1, LONGEST_LIFE)
                .ifPresent(days -> conditions.add(new Condition.Age(days, false)));
        return conditions;
    }

    private List<NamePattern> patterns(Members match) {
        List<NamePattern> patterns = new ArrayList<>();
        for (String text : match.texts("names")) {
            String ascii = text.indexOf('*') < 0 ? ascii(text) : text.toLowerCase(Locale.ROOT);
            if (ascii == null || !ascii.matches("[a-z0-9.*-]+") || (ascii.indexOf('.') < 0 && ascii.indexOf('*') < 0)) {
                match.wrong(
                        "names",
                        "has \"" + Members.shown(text)
                                + "\", which is neither a name nor a pattern such as *shop*.fr; write non-ASCII letters"
                                + " in a pattern in their ASCII form");
            } else {
                patterns.add(new NamePattern(ascii));
            }
        }
        return patterns;
    }

    private Set<String> extensions(Members match) {
        Set<String> extensions = new HashSet<>();
        for (String text : match.texts("extensions")) {
            String name = ascii("a." + text.replaceFirst("^\\.", ""));
            if (name == null) {
                match.wrong(
                        "extensions",
                        "has \"" + Members.shown(text) + "\", which is not an extension such as fr or" + " co.uk");
            } else {
                extensions.add(name.substring(2));
            }
        }
        return extensions;
    }

    private Map<String, String> tags(Node node) {
        Map<String, String> tags = new LinkedHashMap<>();
        Members members = Members.of(node, "tags", Set.of(), wrong);
        members.names().forEach(key -> members.text(key).ifPresent(value -> tags.put(key, value)));
        if (members.names().isEmpty()) {
            wrong.accept(members.line(), "tags is empty");
        }
        return tags;
    }

    private Set<String> listed(Members match, String file) {
        Set<String> names = new HashSet<>();
        try {
            List<String> lines = Files.readAllLines(folder.resolve(file));
            for (int i = 0; i < lines.size(); i++) {
                String text = lines.get(i).replaceFirst("#.*", "").strip();
                String name = text.isEmpty() ? null : ascii(text);
                if (name != null) {
                    names.add(name);
                } else if (!text.isEmpty()) {
                    match.wrong(
                            "list",
                            file + ", line " + (i + 1) + ": \"" + Members.shown(text) + "\" is not a domain" + " name");
                }
            }
            if (names.isEmpty()) {
                match.wrong("list", file + " has no name in it");
            }
        } catch (CharacterCodingException e) {
            match.wrong("list", file + " is not in UTF-8");
        } catch (IOException | InvalidPathException e) {
            match.wrong(
                    "list",
                    "\"" + Members.shown(file) + "\" cannot be read; it must be in the folder of the" + " policy");
        }
        return names;
    }

    /** Null if it is not a name. */
    private static String ascii(String text) {
        return NameReading.read(text).ascii();
    }
}
