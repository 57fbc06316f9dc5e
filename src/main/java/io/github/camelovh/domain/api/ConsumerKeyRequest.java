// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.model.AccessRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The request for a consumer key: the application names the rights that it needs, and a person consents on OVHcloud's
 * page.
 *
 * @param rules the rights of the key; never empty
 * @param redirection the page for the browser after the consent, or null
 * @param allowedIPs networks that may use the key; empty = any
 * @see <a href="https://help.ovhcloud.com/csm/en-gb-api-getting-started-ovhcloud-api">First steps with the API</a>
 */
public record ConsumerKeyRequest(List<AccessRule> rules, String redirection, List<String> allowedIPs) {
    public ConsumerKeyRequest {
        rules = List.copyOf(rules);
        allowedIPs = List.copyOf(allowedIPs);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("A consumer key needs at least one access rule");
        }
    }

    /**
     * The rules for some routes, each once. A rule with a wildcard also matches deeper paths, but not the path before
     * the wildcard: {@code /domain/*} does not include {@code /domain}, so each route gets its own rule.
     *
     * @param routes such as {@code GET /domain/{serviceName}}; a placeholder becomes {@code *}
     */
    public static ConsumerKeyRequest forRoutes(Collection<String> routes) {
        Set<AccessRule> rules = new LinkedHashSet<>();
        for (String route : routes) {
            int blank = route.strip().indexOf(' ');
            if (blank < 0) {
                throw new IllegalArgumentException(
                        "\"" + route + "\" is not a route such as GET" + " /domain/{serviceName}");
            }
            HttpMethod method = HttpMethod.valueOf(route.strip().substring(0, blank));
            String path = route.strip().substring(blank + 1).strip();
            rules.add(new AccessRule(method.name(), wildcards(path)));
        }
        return new ConsumerKeyRequest(List.copyOf(rules), null, List.of());
    }

    /**
     * All rights for some paths: for each path and method, the path itself and everything under it.
     *
     * @param methods such as GET, POST
     * @param paths such as {@code /domain}
     */
    public static ConsumerKeyRequest recursive(Collection<HttpMethod> methods, Collection<String> paths) {
        Set<AccessRule> rules = new LinkedHashSet<>();
        for (String path : paths) {
            for (HttpMethod method : methods) {
                rules.add(new AccessRule(method.name(), path));
                rules.add(new AccessRule(method.name(), path + "/*"));
            }
        }
        return new ConsumerKeyRequest(List.copyOf(rules), null, List.of());
    }

    private static String wildcards(String path) {
        ApiCall call = new ApiCall(HttpMethod.GET, "/", List.of(), Map.of(), null, Repeat.READ, true, path, null);
        return call.accessRule().substring("GET ".length());
    }

    /** The same request, with a page for the browser after the consent. */
    public ConsumerKeyRequest redirectingTo(String url) {
        return new ConsumerKeyRequest(rules, url, allowedIPs);
    }

    /**
     * The body of {@code POST /auth/credential} (operation {@code api:createCredential}). The key works after a person
     * has opened the answer's {@code validationUrl} and consented.
     */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accessRules", rules);
        if (redirection != null) {
            body.put("redirection", redirection);
        }
        if (!allowedIPs.isEmpty()) {
            body.put("allowedIPs", allowedIPs);
        }
        return body;
    }
}
