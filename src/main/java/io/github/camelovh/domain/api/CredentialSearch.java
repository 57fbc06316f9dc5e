// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the endpoint and the credentials of an account: in explicit options, in {@code OVH_*} of the environment, in the files
 * {@code ovh.conf}. The first place with any credential has to have all of them: keys of two places are never combined, and
 * keys never go to the endpoint of another place. In a file, the keys in the section of an endpoint belong to that endpoint.
 *
 * <p>The names are those of OVHcloud's own clients: {@code endpoint}, {@code application_key}, {@code
 * application_secret}, {@code consumer_key}, {@code client_id}, {@code client_secret}, {@code access_token}. Those clients combine
 * places value by value; who can write to one place (an {@code ovh.conf} in the working folder) then gets keys of another one.
 */
public final class CredentialSearch {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialSearch.class);
    private static final String CONSUMER_KEY = "consumer_key";

    private final String account;
    private final String prefix;
    private final Map<String, String> options;
    private final Map<String, String> environment;
    private final List<Path> files;

    /**
     * A search for the account that needs no name, in given places.
     *
     * @param options explicit values by name, in the form {@code applicationKey}; null and empty values count as not given
     * @param environment such as {@code System.getenv()}
     * @param files in order of precedence; they need not exist
     */
    public CredentialSearch(Map<String, String> options, Map<String, String> environment, List<Path> files) {
        this("The account", "camel.component.ovh-domain.", options, environment, files);
    }

    private CredentialSearch(
            String account,
            String prefix,
            Map<String, String> options,
            Map<String, String> environment,
            List<Path> files) {
        this.account = account;
        this.prefix = prefix;
        this.options = options;
        this.environment = Map.copyOf(environment);
        this.files = List.copyOf(files);
    }

    /**
     * A search for a named account, which has its options only: environment and files are those of the account without a name.
     *
     * @param name for messages
     * @param prefix what the names of its options begin with, for messages
     * @param options as above
     */
    public static CredentialSearch named(String name, String prefix, Map<String, String> options) {
        return new CredentialSearch("The account " + name, prefix, options, Map.of(), List.of());
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

    /**
     * What was found. Its text shows no secret.
     *
     * @param endpoint name or base URL, of the same place as the credentials
     * @param credentials an application key may be without a consumer key
     * @param inOptions whether they are in the explicit options
     * @param consumerKeyPlace where a consumer key of the same place is set, for messages: such as {@code OVH_CONSUMER_KEY}
     */
    public record Found(String endpoint, Credentials credentials, boolean inOptions, String consumerKeyPlace) {}

    /**
     * The credentials, which must be complete.
     *
     * @throws CredentialsException when there are none, not all, or those of two places or two kinds; one sentence says what is
     *     missing, of which account, and where to set it
     */
    public Found require() {
        return find(true);
    }

    /**
     * As {@link #require()}, for calls that need no signature: the consumer key may be missing.
     *
     * @throws CredentialsException as there
     */
    public Found requireUnsigned() {
        return find(false);
    }

    /**
     * The endpoint's name or base URL, before it is known whether there are keys for it.
     *
     * @return {@code ovh-eu} when no place names one
     * @throws CredentialsException when a file cannot be read
     */
    public String endpoint() {
        return CredentialPlace.endpoint(places());
    }

    private Found find(boolean signed) {
        List<CredentialPlace> places = places();
        CredentialPlace first = places.stream()
                .filter(each -> !each.values().isEmpty())
                .findFirst()
                .orElseThrow(() -> new CredentialsException("No credentials for OVHcloud were found: "
                        + account.toLowerCase(Locale.ROOT).charAt(0) + account.substring(1)
                        + " has none. Searched " + told(places) + ". Set "
                        + wanted(places.get(places.size() > 1 ? 1 : 0))
                        + (places.size() > 1 ? ", or write them to ovh.conf" : "")));
        CredentialKind kind = kind(first);
        CredentialPlace place = whole(kind, first, places, signed);
        requireAll(kind, place, places, signed);
        requireSameEndpoint(place, places);
        try {
            return new Found(
                    CredentialPlace.endpoint(places),
                    kind.of(place.values()),
                    place.equals(places.get(0)),
                    place.setting(CONSUMER_KEY));
        } catch (IllegalArgumentException e) {
            throw new CredentialsException(e.getMessage());
        }
    }

    private static String wanted(CredentialPlace place) {
        return CredentialKind.APPLICATION.members().stream()
                .map(place::setting)
                .collect(Collectors.joining(", ", "", ""));
    }

    private CredentialKind kind(CredentialPlace place) {
        List<CredentialKind> kinds = Stream.of(CredentialKind.values())
                .filter(each -> each.members().stream().anyMatch(place.values()::containsKey))
                .toList();
        if (kinds.size() > 1) {
            throw new CredentialsException(account + " has two kinds of credentials mixed in " + place.name() + ": "
                    + place.names() + ". Use an application key with secret and consumer key, or a client id with"
                    + " secret, or an access token");
        }
        return kinds.get(0);
    }

    /** A place that has all, and the same where the first place has only some: as after {@code login --write}. */
    private static CredentialPlace whole(
            CredentialKind kind, CredentialPlace first, List<CredentialPlace> places, boolean signed) {
        return places.stream()
                .filter(each -> missing(kind, each, signed).isEmpty())
                .filter(each ->
                        each.values().entrySet().containsAll(first.values().entrySet()))
                .findFirst()
                .orElse(first);
    }

    private static List<String> missing(CredentialKind kind, CredentialPlace place, boolean signed) {
        return kind.members().stream()
                .filter(each -> !place.values().containsKey(each))
                .filter(each -> signed || !each.equals(CONSUMER_KEY))
                .toList();
    }

    private void requireAll(CredentialKind kind, CredentialPlace place, List<CredentialPlace> places, boolean signed) {
        List<String> missing = missing(kind, place, signed);
        if (missing.isEmpty()) {
            return;
        }
        String elsewhere = places.stream()
                .filter(each -> !each.equals(place))
                .filter(each -> missing.stream().anyMatch(each.values()::containsKey))
                .map(each -> "; " + each.name() + " has "
                        + missing.stream().filter(each.values()::containsKey).collect(Collectors.joining(", "))
                        + ", but keys of two places are never combined")
                .collect(Collectors.joining());
        throw new CredentialsException(account + " has no " + String.join(" and no ", missing) + ": " + place.name()
                + " only has " + place.names() + elsewhere + ". Set "
                + missing.stream().map(place::setting).collect(Collectors.joining(" and "))
                + (missing.contains(CONSUMER_KEY) ? "; `ovh-domain login` gets a consumer key" : ""));
    }

    /** Whoever can name the endpoint in one place must not get the keys of another one. */
    private void requireSameEndpoint(CredentialPlace place, List<CredentialPlace> places) {
        CredentialPlace naming = CredentialPlace.naming(places);
        String endpoint = CredentialPlace.endpoint(places);
        if (!CredentialPlace.same(place.keysEndpoint(), endpoint)) {
            throw new CredentialsException(account + " is mixed: its keys are in " + place.name()
                    + " and belong to the endpoint "
                    + place.keysEndpoint() + (place.endpoint() == null ? " (the default, since none is set there)" : "")
                    + ", but " + naming.name() + " sets the endpoint " + endpoint
                    + ". Nothing was sent, because keys go to the endpoint of their own place only. Set "
                    + place.setting("endpoint") + " to the same, or remove the one in " + naming.name());
        }
    }

    private static String told(List<CredentialPlace> places) {
        return places.stream()
                .map(place -> place.name() + " ("
                        + (!place.exists() ? "does not exist" : place.values().isEmpty() ? "has none" : place.names())
                        + ")")
                .collect(Collectors.joining(", "));
    }

    private List<CredentialPlace> places() {
        List<OvhConf> confs = files.stream().map(OvhConf::read).toList();
        Function<String, String> option = name -> options.get(camelCase(name));
        Function<String, String> variable = name -> environment.get("OVH_" + name.toUpperCase(Locale.ROOT));
        List<CredentialPlace> places = new ArrayList<>();
        places.add(CredentialPlace.of("the component", name -> prefix + camelCase(name), option));
        if (!environment.isEmpty() || !files.isEmpty()) {
            places.add(CredentialPlace.of("the environment", name -> "OVH_" + name.toUpperCase(Locale.ROOT), variable));
        }
        String endpoint = Stream.concat(
                        places.stream().map(CredentialPlace::endpoint),
                        confs.stream().map(conf -> conf.value("default", "endpoint")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(CredentialPlace.DEFAULT_ENDPOINT);
        for (OvhConf conf : confs) {
            CredentialPlace place = CredentialPlace.of(conf, endpoint);
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

    /** {@code applicationKey} for {@code application_key}. */
    private static String camelCase(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean raised = i > 0 && name.charAt(i - 1) == '_';
            if (name.charAt(i) != '_') {
                out.append(raised ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
            }
        }
        return name.equals("endpoint") ? "region" : out.toString();
    }
}
