// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.model.HoldsSecret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A place where an account may be described. Its text shows nothing.
 *
 * @param name for messages
 * @param exists whether it is there at all
 * @param endpoint that it names itself; null for none
 * @param keysEndpoint the endpoint that its keys belong to
 * @param values its keys by name
 * @param settings what a value is set by, for messages
 */
@HoldsSecret
record CredentialPlace(
        String name,
        boolean exists,
        String endpoint,
        String keysEndpoint,
        Map<String, String> values,
        Function<String, String> settings) {

    static final String DEFAULT_ENDPOINT = "ovh-eu";

    /** Options or environment. */
    static CredentialPlace of(String name, Function<String, String> settings, Function<String, String> source) {
        String endpoint = given(source.apply("endpoint"));
        return new CredentialPlace(
                name, true, endpoint, endpoint == null ? DEFAULT_ENDPOINT : endpoint, values(source), settings);
    }

    /**
     * A file. The keys in the section of the wanted endpoint are for it; those in {@code [default]} are for the endpoint that the
     * file names.
     */
    static CredentialPlace of(OvhConf conf, String wanted) {
        String endpoint = given(conf.value("default", "endpoint"));
        String own = endpoint == null ? DEFAULT_ENDPOINT : endpoint;
        Map<String, String> section = values(name -> conf.value(wanted, name));
        Map<String, String> rest = values(name -> conf.value("default", name));
        String keysEndpoint = section.isEmpty() && !rest.isEmpty() ? own : wanted;
        if (same(keysEndpoint, own)) {
            rest.forEach(section::putIfAbsent);
        }
        return new CredentialPlace(
                conf.file().toString(),
                conf.exists(),
                endpoint,
                keysEndpoint,
                section,
                name -> name + " in section [" + (name.equals("endpoint") ? "default" : wanted) + "] of "
                        + conf.file());
    }

    private static Map<String, String> values(Function<String, String> source) {
        Map<String, String> values = new LinkedHashMap<>();
        for (CredentialKind kind : CredentialKind.values()) {
            for (String member : kind.members()) {
                String value = given(source.apply(member));
                if (value != null) {
                    values.put(member, value);
                }
            }
        }
        return values;
    }

    private static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** {@return the first place that names an endpoint; null if none does} */
    static CredentialPlace naming(List<CredentialPlace> places) {
        return places.stream()
                .filter(each -> each.endpoint() != null)
                .findFirst()
                .orElse(null);
    }

    /** {@return the endpoint that counts: the first that is named} */
    static String endpoint(List<CredentialPlace> places) {
        return Stream.concat(places.stream().map(CredentialPlace::endpoint), Stream.of(DEFAULT_ENDPOINT))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** {@return whether both are the same endpoint} */
    static boolean same(String one, String other) {
        return bare(one).equalsIgnoreCase(bare(other));
    }

    private static String bare(String endpoint) {
        return endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
    }

    /** {@return what a value of this place is set by, such as {@code OVH_CONSUMER_KEY}} */
    String setting(String member) {
        return settings.apply(member);
    }

    /** {@return the names of its keys} */
    String names() {
        return String.join(", ", values.keySet());
    }

    @Override
    public String toString() {
        return "CredentialPlace[***]";
    }
}
