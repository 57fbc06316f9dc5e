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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The guards of a zone, and which of its records are ours, as parameters of operations. Stateless. */
final class ZoneGuards {
    static final String NAMES = "ownedNames";
    static final String PREFIXES = "ownedPrefixes";
    static final String TYPES = "ownedTypes";

    private ZoneGuards() {}

    /** The parameters, followed by one for each guard of a single zone. */
    static List<Parameter> parameters(Parameter... first) {
        return Stream.concat(
                        Stream.of(first),
                        Arrays.stream(Guard.values())
                                .filter(guard -> guard != Guard.RUN_UPDATES && guard != Guard.RUN_DELETES)
                                .map(guard -> parameter(guard)))
                .toList();
    }

    /** The parameter of one guard. */
    static Parameter parameter(Guard guard) {
        return Parameter.limit(
                guard.option(), guard.isNumber() ? "long" : "boolean", GuardSettings.DEFAULT.valueOf(guard));
    }

    static GuardSettings settings(CompositeInput in) {
        return settings(GuardSettings.DEFAULT, in);
    }

    /** The guards of a request, as far as the parameters are no stricter. */
    static GuardSettings settings(GuardSettings requested, CompositeInput in) {
        GuardSettings settings = requested;
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
                Parameter.limit(NAMES, "string[]", null),
                Parameter.limit(PREFIXES, "string[]", null),
                Parameter.limit(TYPES, "string[]", null));
    }

    static Ownership ownership(CompositeInput in) {
        return ownership(in.values());
    }

    /**
     * What is ours by these values.
     *
     * @throws WrongUsageException if a type is none
     */
    static Ownership ownership(Map<String, Object> values) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        for (String word : texts(values, TYPES)) {
            types.add(RecordType.named(word)
                    .orElseThrow(() -> new WrongUsageException(
                            "There is no record type \"" + word + "\"" + Nearest.hint(word, types()))));
        }
        return new Ownership(Set.copyOf(texts(values, NAMES)), Set.copyOf(texts(values, PREFIXES)), types);
    }

    @SuppressWarnings("unchecked") // string[] is bound as a list of texts
    private static List<String> texts(Map<String, Object> values, String name) {
        return (List<String>) values.getOrDefault(name, List.of());
    }

    static List<String> types() {
        return Arrays.stream(RecordType.values()).map(Enum::name).toList();
    }
}
