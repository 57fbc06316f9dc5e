// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import java.util.Map;
import java.util.Optional;

/** Which operation of the same resource tells what another one would do, from the same parameters. */
final class PlanningOperations {
    private static final String APPLY = "apply";

    private static final Map<String, String> BY_ANOTHER_NAME = Map.of(
            "dns:sync", "plan",
            "order:create", "quote",
            "order:resume", "quote",
            "transfer:start", "check",
            "renewal:renew", "planRenewal",
            "contact:changeOwner", "planOwnerChange",
            "contact:changeAccounts", "planAccounts",
            "whois:setDisclosure", "planDisclosure",
            "whois:setObfuscation", "planObfuscation");

    private PlanningOperations() {}

    /** {@return the name of the one that plans; empty if there is none} */
    static Optional<String> of(CompositeOperation operation) {
        return operation.name().startsWith(APPLY)
                ? Optional.of("plan" + operation.name().substring(APPLY.length()))
                : Optional.ofNullable(BY_ANOTHER_NAME.get(operation.fullName()));
    }
}
