// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of OVHcloud's API endpoints, or any other base URL with the same API.
 *
 * @param name such as {@code ovh-eu}, or the base URL itself
 * @param v1Base base of version 1, without a final slash, such as {@code https://eu.api.ovh.com/1.0}
 * @param tokenUrl where service accounts get their tokens; null if the endpoint has no service accounts
 */
public record ApiRegion(String name, String v1Base, String tokenUrl) {
    private static final Map<String, ApiRegion> KNOWN = Map.of(
            "ovh-eu",
            new ApiRegion("ovh-eu", "https://eu.api.ovh.com/1.0", "https://www.ovh.com/auth/oauth2/token"),
            "ovh-ca",
            new ApiRegion("ovh-ca", "https://ca.api.ovh.com/1.0", "https://ca.ovh.com/auth/oauth2/token"),
            "ovh-us",
            new ApiRegion("ovh-us", "https://api.us.ovhcloud.com/1.0", "https://us.ovhcloud.com/auth/oauth2/token"),
            "kimsufi-eu",
            new ApiRegion("kimsufi-eu", "https://eu.api.kimsufi.com/1.0", null),
            "kimsufi-ca",
            new ApiRegion("kimsufi-ca", "https://ca.api.kimsufi.com/1.0", null),
            "soyoustart-eu",
            new ApiRegion("soyoustart-eu", "https://eu.api.soyoustart.com/1.0", null),
            "soyoustart-ca",
            new ApiRegion("soyoustart-ca", "https://ca.api.soyoustart.com/1.0", null));

    /** The names of endpoints, sorted. */
    public static List<String> names() {
        return KNOWN.keySet().stream().sorted().toList();
    }

    /**
     * A region by name or base URL. Only loopback addresses may be used without TLS.
     *
     * @param nameOrUrl {@code ovh-eu} or {@code http://127.0.0.1:18080/1.0}
     * @throws IllegalArgumentException when it is neither, or would send keys unencrypted
     */
    public static ApiRegion of(String nameOrUrl) {
        return of(nameOrUrl, null, false);
    }

    /**
     * A region by name or base URL.
     *
     * @param nameOrUrl {@code ovh-eu} or {@code https://host/1.0}
     * @param tokenUrl replaces the region's own token URL; null keeps it
     * @param insecure allows {@code http://} to other hosts than loopback
     * @throws IllegalArgumentException when it is neither, or would send keys unencrypted
     */
    public static ApiRegion of(String nameOrUrl, String tokenUrl, boolean insecure) {
        String text = nameOrUrl.strip();
        ApiRegion region = KNOWN.get(text.toLowerCase(Locale.ROOT));
        if (region == null) {
            if (!text.contains("://")) {
                throw new IllegalArgumentException("There is no endpoint \"" + text + "\". The endpoints are "
                        + String.join(", ", names()) + ", and any base URL such as https://host/1.0");
            }
            URI base = safe(text, insecure);
            region = new ApiRegion(
                    text,
                    text.endsWith("/") ? text.substring(0, text.length() - 1) : text,
                    base.getScheme() + "://" + base.getRawAuthority() + "/auth/oauth2/token");
        }
        if (tokenUrl == null) {
            return region;
        }
        safe(tokenUrl, insecure);
        return new ApiRegion(region.name, region.v1Base, tokenUrl);
    }

    private static URI safe(String url, boolean insecure) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + url + "\" is not a URL such as https://host/1.0", e);
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || (!http && !"https".equalsIgnoreCase(uri.getScheme()))) {
            throw new IllegalArgumentException("\"" + url + "\" is not a URL such as https://host/1.0");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("A base URL must not have a user, a query or a fragment");
        }
        if (http && !insecure && !loopback(uri.getHost())) {
            throw new IllegalArgumentException("\"" + url + "\" would send keys and orders unencrypted. Use"
                    + " https://, or allow it with the option insecure if the network itself is protected");
        }
        return uri;
    }

    private static boolean loopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || (host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }

    /**
     * The URL of a path: {@code /v1/...} and {@code /v2/...} replace the version that the base ends with.
     *
     * @param path encoded, with a leading slash
     * @return absolute, without a query
     */
    String url(String path) {
        return path.startsWith("/v2/") || path.startsWith("/v1/") ? root().concat(path) : v1Base.concat(path);
    }

    /**
     * Checks a link from the API by the same rule as the base URL: no link without TLS, unless the base URL has no TLS
     * either.
     *
     * @throws IllegalArgumentException if the link is not allowed; the message does not show it, because a link can be
     * a secret
     */
    URI link(String link) {
        URI uri;
        try {
            uri = new URI(link);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The API returned a link that is not a valid URL at"
                    + " character " + e.getIndex() + "; nothing was sent to"
                    + " it"); // without the cause, which contains the link
        }
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || uri.getRawUserInfo() != null || !(https || http)) {
            throw new IllegalArgumentException("The API returned a link that is not a URL; nothing was sent to it");
        }
        URI base = URI.create(v1Base);
        boolean here = uri.getHost().equalsIgnoreCase(base.getHost()) || loopback(uri.getHost());
        if (http && !(here && "http".equalsIgnoreCase(base.getScheme()))) {
            throw new IllegalArgumentException(
                    "The API returned a link to " + uri.getHost() + " without TLS; nothing was sent to it");
        }
        return uri;
    }

    private String root() {
        for (String version : new String[] {"/1.0", "/v1", "/v2"}) {
            if (v1Base.endsWith(version)) {
                return v1Base.substring(0, v1Base.length() - version.length());
            }
        }
        return v1Base;
    }
}
