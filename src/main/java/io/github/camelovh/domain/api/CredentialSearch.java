// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the endpoint and the credentials: first in explicit options, then in {@code OVH_*} of the environment, then in
 * the files {@code ovh.conf}, merged. The first place with any credential decides their kind; missing members are taken
 * from the places after it.
 *
 * <p>The names are those of OVHcloud's own clients: {@code endpoint}, {@code application_key}, {@code
 * application_secret}, {@code consumer_key}, {@code client_id}, {@code client_secret}, {@code access_token}.
 */
public final class CredentialSearch {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialSearch.class);
    private static final String DEFAULT_ENDPOINT = "ovh-eu";

    private enum Kind {
        APPLICATION("application_key", "application_secret", "consumer_key"),
        SERVICE("client_id", "client_secret"),
        TOKEN("access_token");

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        private final List<String> members;

        Kind(String... members) {
            this.members = List.of(members);
        }
    }

    /** A place and its values; a place that does not exist has no values. */
    private record Place(String name, boolean exists, Map<String, String> values) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Map<String, String> options;
    private final Map<String, String> environment;
    private final List<Path> files;

    /**
     * A search in given places.
     *
     * @param options explicit values by name; {@code applicationKey} and similar forms are also accepted; empty values
     * count as not given
     * @param environment such as {@code System.getenv()}
     * @param files in order of precedence; they need not exist
     */
    public CredentialSearch(Map<String, String> options, Map<String, String> environment, List<Path> files) {
        this.options = new TreeMap<>();
        options.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                this.options.put(snake(name), value);
            }
        });
        this.environment = Map.copyOf(environment);
        this.files = List.copyOf(files);
    }

    /**
     * The usual files: {@code ./ovh.conf}, {@code ~/.ovh.conf}, {@code /etc/ovh.conf}.
     *
     * @param working the working folder
     * @param home the user's home folder
     */
    public static List<Path> usualFiles(Path working, Path home) {
        return List.of(working.resolve("ovh.conf"), home.resolve(".ovh.conf"), Path.of("/etc/ovh.conf"));
    }

    private static String snake(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(Character.isUpperCase(c) ? "_" : "").append(c == '-' ? '_' : Character.toLowerCase(c));
        }
        return out.toString();
    }

    /**
     * The endpoint's name or base URL.
     *
     * @return {@code ovh-eu} when no place names one
     * @throws CredentialsException when a file cannot be read
     */
    public String endpoint() {
        return endpoint(confs());
    }

    private String endpoint(List<OvhConf> confs) {
        String explicit = options.getOrDefault("endpoint", environment.getOrDefault("OVH_ENDPOINT", ""));
        if (!explicit.isBlank()) {
            return explicit.strip();
        }
        return confs.stream()
                .map(conf -> conf.value("default", "endpoint"))
                .filter(value -> value != null)
                .findFirst()
                .orElse(DEFAULT_ENDPOINT);
    }

    /**
     * The credentials, which must exist.
     *
     * @throws CredentialsException when there are none (the message says what each place had), or when they are
     * incomplete or of two kinds
     */
    public Credentials require() {
        List<Place> places = places();
        return find(places)
                .orElseThrow(() -> new CredentialsException("No credentials for OVHcloud were found."
                        + " Searched " + looked(places)
                        + ". Set OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY, or write"
                        + " them to ovh.conf"));
    }

    private Optional<Credentials> find(List<Place> places) {
        for (Place place : places) {
            List<Kind> kinds = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                if (kind.members.stream().anyMatch(place.values()::containsKey)) {
                    kinds.add(kind);
                }
            }
            if (kinds.size() > 1) {
                throw new CredentialsException("Two kinds of credentials are mixed in " + place.name() + ": "
                        + String.join(", ", place.values().keySet())
                        + ". Use an application key with secret and consumer key, or a client id with secret, or an"
                        + " access token");
            }
            if (!kinds.isEmpty()) {
                return Optional.of(credentials(kinds.get(0), places));
            }
        }
        return Optional.empty();
    }

    private static Credentials credentials(Kind kind, List<Place> places) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String member : kind.members) {
            places.stream()
                    .map(place -> place.values().get(member))
                    .filter(value -> value != null)
                    .findFirst()
                    .ifPresent(value -> values.put(member, value));
        }
        for (String member : kind.members) {
            if (!values.containsKey(member) && !member.equals("consumer_key")) {
                throw new CredentialsException("The " + member + " is missing, but there" + " is "
                        + String.join(", ", values.keySet()) + ". Searched " + looked(places));
            }
        }
        try {
            return switch (kind) {
                case APPLICATION ->
                    new Credentials.ApplicationKey(
                            values.get("application_key"),
                            values.get("application_secret"),
                            values.get("consumer_key"));
                case SERVICE -> new Credentials.ServiceAccount(values.get("client_id"), values.get("client_secret"));
                case TOKEN -> new Credentials.PersonalToken(values.get("access_token"));
            };
        } catch (IllegalArgumentException e) {
            throw new CredentialsException(e.getMessage());
        }
    }

    private static String looked(List<Place> places) {
        List<String> told = new ArrayList<>();
        for (Place place : places) {
            told.add(place.name() + " ("
                    + (!place.exists()
                            ? "does not exist"
                            : place.values().isEmpty()
                                    ? "has none"
                                    : "has " + String.join(", ", place.values().keySet()))
                    + ")");
        }
        return String.join(", ", told);
    }

    private List<OvhConf> confs() {
        return files.stream().map(OvhConf::read).toList();
    }

    private List<Place> places() {
        List<OvhConf> confs = confs();
        String endpoint = endpoint(confs);
        List<Place> places = new ArrayList<>();
        places.add(place("the options", true, options::get));
        places.add(place("the environment", true, name -> environment.get("OVH_" + name.toUpperCase(Locale.ROOT))));
        for (OvhConf conf : confs) {
            Place place = place(conf.file().toString(), conf.exists(), name -> {
                String own = conf.value(endpoint, name);
                return own == null ? conf.value("default", name) : own;
            });
            if (conf.open() && !place.values().isEmpty()) {
                LOG.warn(
                        "Other users of this machine may read {}, which has keys; run: chmod 600 {}",
                        conf.file(),
                        conf.file());
            }
            places.add(place);
        }
        return places;
    }

    private static Place place(String name, boolean exists, UnaryOperator<String> source) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            for (String member : kind.members) {
                String value = source.apply(member);
                if (value != null && !value.isBlank()) {
                    values.put(member, value.strip());
                }
            }
        }
        return new Place(name, exists, values);
    }
}
