// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Repeat;
import io.github.camelovh.domain.api.model.AccessRule;
import io.github.camelovh.domain.api.model.RequestedKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way to a consumer key: the application names the rights that it wants, a person consents on OVHcloud's page.
 *
 * @param rules what the key shall be allowed; never empty
 * @param redirection where the browser goes after consent, or null
 * @param allowedIPs networks that may use the key; empty = any
 * @see <a href="https://help.ovhcloud.com/csm/en-gb-api-getting-started-ovhcloud-api">First steps with the API</a>
 */
public record ConsumerKeyRequest(List<AccessRule> rules, String redirection, List<String> allowedIPs) {
    private static final Operation ASK = OperationCatalog.row("api:createCredential");

    public ConsumerKeyRequest {
        rules = List.copyOf(rules);
        allowedIPs = List.copyOf(allowedIPs);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("A consumer key needs at least one access rule");
        }
    }

    /**
     * The rules for some operations, each once. A rule with a wildcard also matches deeper paths, yet not the path before the
     * wildcard: {@code /domain/*} does not cover {@code /domain}, so both come from their own operation.
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

    /** The same request, sending the browser on after consent. */
    public ConsumerKeyRequest redirectingTo(String url) {
        return new ConsumerKeyRequest(rules, url, allowedIPs);
    }

    /**
     * Asks OVHcloud for the key. It works once a person has opened the answer's {@code validationUrl} and consented.
     *
     * @param api with an application key; its consumer key is not needed
     * @throws OvhApiException when it was refused, such as for an unknown application key
     */
    public RequestedKey send(OvhApi api) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accessRules", rules);
        if (redirection != null) {
            body.put("redirection", redirection);
        }
        if (!allowedIPs.isEmpty()) {
            body.put("allowedIPs", allowedIPs);
        }
        // Twice makes two keys that nobody consented to, which expire by themselves: no harm.
        return api.send(ApiCall.of(ASK).withBody(body).withRepeat(Repeat.REPEATABLE))
                .as(RequestedKey.class);
    }
}
