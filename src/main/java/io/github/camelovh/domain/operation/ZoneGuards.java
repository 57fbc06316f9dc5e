// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.Ownership;
import io.github.camelovh.domain.dns.RecordType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The guards of a zone, and which of its records are ours, as parameters of operations. Stateless. */
final class ZoneGuards {
    private ZoneGuards() {}

    /** The parameters, followed by one for each guard of a single zone. */
    static List<Parameter> parameters(Parameter... first) {
        return Stream.concat(
                        Stream.of(first),
                        Arrays.stream(Guard.values())
                                .filter(guard -> guard != Guard.RUN_UPDATES && guard != Guard.RUN_DELETES)
                                .map(guard ->
                                        Parameter.local(guard.option(), guard.isNumber() ? "long" : "boolean", false)))
                .toList();
    }

    static GuardSettings settings(CompositeInput in) {
        GuardSettings settings = GuardSettings.DEFAULT;
        for (Guard guard : Guard.values()) {
            Optional<Object> given = in.value(guard.option());
            if (given.isEmpty()) {
                continue;
            }
            try {
                settings = guard.isNumber()
                        ? settings.with(guard, Math.toIntExact((Long) given.get()))
                        : in.isSet(guard.option()) ? settings.opening(guard) : settings;
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new WrongUsageException(e.getMessage() + "; nothing was written");
            }
        }
        return settings;
    }

    /** The parameters that say what of a zone is ours. */
    static List<Parameter> ownershipParameters() {
        return List.of(
                Parameter.local("ownedNames", "string[]", false),
                Parameter.local("ownedPrefixes", "string[]", false),
                Parameter.local("ownedTypes", "string[]", false));
    }

    static Ownership ownership(CompositeInput in) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        for (String word : in.<List<String>>value("ownedTypes").orElse(List.of())) {
            types.add(RecordType.named(word)
                    .orElseThrow(() -> new WrongUsageException(
                            "There is no record type \"" + word + "\"" + Nearest.hint(word, types()))));
        }
        return new Ownership(
                Set.copyOf(in.<List<String>>value("ownedNames").orElse(List.of())),
                Set.copyOf(in.<List<String>>value("ownedPrefixes").orElse(List.of())),
                types);
    }

    static List<String> types() {
        return Arrays.stream(RecordType.values()).map(Enum::name).toList();
    }
}
