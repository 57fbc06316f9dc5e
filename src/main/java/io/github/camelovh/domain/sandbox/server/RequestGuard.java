// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses requests that a web page of somebody else causes in the browser of this machine. It reads only the request
 * line and the headers, so that nothing else of such a request is read.
 *
 * <p>A page can reach a sandbox on loopback in two ways: it sends requests to it, which then have an {@code origin} or
 * {@code Sec-Fetch-Site} that is not the sandbox's own; or its host name is made to resolve to this machine after the
 * page was loaded, and then the header {@code host} has that name. Addresses cannot be resolved anew, so every address
 * is accepted as a host.
 */
final class RequestGuard {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^\\[\\]:/?#@\\\\ ]+)(:\\d{1,5})?");
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}");
    /** Types of a body that every web page may send to every host without asking first, and no client of ours needs. */
    private static final Set<String> TYPES_OF_PAGES = Set.of("text/plain", "multipart/form-data");

    private final Set<String> names;

    /**
     * Creates the guard.
     *
     * @param bind the host name or address that the sandbox listens on
     * @param publicBaseUrls more URLs by which the sandbox is called; their hosts are its own
     */
    RequestGuard(String bind, List<String> publicBaseUrls) {
        names = Stream.concat(
                        Stream.of("localhost", bind),
                        publicBaseUrls.stream().map(URI::create).map(URI::getHost))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Decides about a request.
     *
     * @param target the request line's target: a path, or a whole URL
     * @param headers all values of each header, by any-case name
     * @return the answer that refuses it; empty if it may come in
     */
    Optional<SandboxAnswer> refusal(URI target, Map<String, List<String>> headers) {
        List<String> hosts = values(headers, "host");
        Optional<String> foreign = Stream.concat(hosts.stream(), Stream.ofNullable(target.getRawAuthority()))
                .filter(host -> !own(host))
                .findFirst();
        if (foreign.isPresent()) {
            return forbidden("The sandbox answers only to its own host, and this request is for " + shown(foreign.get())
                    + ". Call it by its address or as localhost, or start it with --public-base-url and the URL that"
                    + " you call");
        }
        boolean page = values(headers, "origin").stream().anyMatch(origin -> !sameOrigin(origin, hosts))
                || values(headers, "sec-fetch-site").stream()
                        .anyMatch(site -> site.matches("(?i)cross-site|same-site"));
        if (page) {
            return forbidden(
                    "The sandbox answers no web page of another origin. Call it from a program that is not a web"
                            + " page");
        }
        boolean control = target.getRawPath() != null && target.getRawPath().startsWith("/_sandbox");
        return control
                ? values(headers, "content-type").stream()
                        .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                        .filter(TYPES_OF_PAGES::contains)
                        .findFirst()
                        .map(type -> SandboxAnswer.error(
                                415,
                                null,
                                "The control routes take no " + type + ". Send the JSON with the header Content-Type:"
                                        + " application/json"))
                : Optional.empty();
    }

    private boolean own(String host) {
        Matcher parts = HOST.matcher(host.strip());
        if (!parts.matches()) {
            return false;
        }
        String name = parts.group(1).toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(name).matches() || name.endsWith(".localhost") || names.contains(name);
    }

    /** Browsers write the port in both headers, or in neither. */
    private static boolean sameOrigin(String origin, List<String> hosts) {
        return hosts.stream()
                .anyMatch(host ->
                        origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
    }

    private static List<String> values(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    private static Optional<SandboxAnswer> forbidden(String message) {
        return Optional.of(SandboxAnswer.forbidden(message));
    }

    private static String shown(String host) {
        String plain = host.replaceAll("[^A-Za-z0-9.:\\[\\]_-]", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "..." : plain;
    }
}
