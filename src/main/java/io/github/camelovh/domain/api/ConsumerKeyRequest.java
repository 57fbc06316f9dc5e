// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.model.AccessRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The request for a consumer key: the application names the rights that it needs, and a person consents on OVHcloud's
 * page.
 *
 * @param rules the rights of the key; never empty
 * @see <a href="https://help.ovhcloud.com/csm/en-gb-api-getting-started-ovhcloud-api">First steps with the API</a>
 */
public record ConsumerKeyRequest(List<AccessRule> rules) {
    public ConsumerKeyRequest {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("A consumer key needs at least one access rule");
        }
    }

    /**
     * The rules for some operations, each once. A rule with a wildcard also matches deeper paths, but not the path before
     * the wildcard: {@code /domain/*} does not include {@code /domain}, so each operation gets its own rule.
     */
    public static ConsumerKeyRequest forOperations(Collection<Operation> operations) {
        return new ConsumerKeyRequest(operations.stream()
                .map(Operation::accessRule)
                .distinct()
                .map(AccessRule::of)
                .toList());
    }

    /**
     * The body of operation {@code api:createCredential}. The key works after a person
     * has opened the answer's {@code validationUrl} and consented.
     */
    public Map<String, Object> body() {
        return Map.of("accessRules", rules);
    }
}
