// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import io.github.camelovh.domain.portfolio.HeldName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A condition of a rule; one record for each member of {@code match}. */
sealed interface Condition {
    Match of(HeldName name, LocalDate today);

    /** One of some patterns. */
    record Names(List<NamePattern> patterns) implements Condition {
        @Override
        public Match of(HeldName name, LocalDate today) {
            return patterns.stream()
                    .filter(pattern -> pattern.matches(name.name().ascii()))
                    .findFirst()
                    .map(pattern -> Match.of(true, "name like " + pattern.text()))
                    .orElseGet(() -> Match.of(
                            false,
                            patterns.size() == 1
                                    ? "name not like " + patterns.get(0).text()
                                    : "name like none of " + patterns.size() + " patterns"));
        }
    }

    /** One of some extensions, or a name under one of them. */
    record Extensions(Set<String> extensions) implements Condition {
        @Override
        public Match of(HeldName name, LocalDate today) {
            String extension = name.extension();
            boolean fits =
                    extensions.stream().anyMatch(each -> extension.equals(each) || extension.endsWith("." + each));
            return Match.of(fits, "extension is " + extension);
        }
    }

    /** All of some tags. */
    record Tags(Map<String, String> tags) implements Condition {
        @Override
        public Match of(HeldName name, LocalDate today) {
            if (name.tags() == null) {
                return Match.unknown("OVHcloud does not return its tags");
            }
            for (Map.Entry<String, String> each : tags.entrySet()) {
                String seen = name.tags().get(each.getKey());
                if (!each.getValue().equals(seen)) {
                    return Match.of(
                            false, "tag " + each.getKey() + (seen == null ? " is not set" : " is \"" + seen + "\""));
                }
            }
            return Match.of(true, "it has the tags " + tags);
        }
    }

    /** In the account for at least, or at most, a number of days. */
    record Age(int days, boolean atLeast) implements Condition {
        @Override
        public Match of(HeldName name, LocalDate today) {
            if (name.since() == null) {
                return Match.unknown("OVHcloud does not say since when the account has it");
            }
            boolean old = !name.since().plusDays(days).isAfter(today);
            return Match.of(old == atLeast, "in the account since " + name.since());
        }
    }

    /** One of some accounts or contacts in a role. */
    record Contact(String role, Set<String> ids) implements Condition {
        @Override
        public Match of(HeldName name, LocalDate today) {
            String seen =
                    switch (role) {
                        case "owner" -> name.owner();
                        case "admin" -> name.admin();
                        case "tech" -> name.tech();
                        default -> name.billing();
                    };
            return seen == null
                    ? Match.unknown("its " + role + " contact is not known")
                    : Match.of(ids.contains(seen), role + " contact is " + seen);
        }
    }

    /** In a file of names. */
    record Listed(String file, Set<String> names) implements Condition {
        @Override
        public Match of(HeldName name, LocalDate today) {
            boolean listed = names.contains(name.name().ascii());
            return Match.of(listed, (listed ? "in " : "not in ") + file);
        }
    }
}
