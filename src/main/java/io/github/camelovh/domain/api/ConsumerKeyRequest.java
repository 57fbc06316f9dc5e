// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.model.AccessRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
     * The rules for some operations, each once. A rule with a wildcard also matches deeper paths, but not the path before
     * the wildcard: {@code /domain/*} does not include {@code /domain}, so each operation gets its own rule.
     */
    public static ConsumerKeyRequest forOperations(Collection<Operation> operations) {
        return new ConsumerKeyRequest(
                operations.stream()
                        .map(Operation::accessRule)
                        .distinct()
                        .map(AccessRule::of)
                        .toList(),
                null,
                List.of());
    }

    /** The same request, with a page for the browser after the consent. */
    public ConsumerKeyRequest redirectingTo(String url) {
        return new ConsumerKeyRequest(rules, url, allowedIPs);
    }

    /**
     * The body of operation {@code api:createCredential}. The key works after a person
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
