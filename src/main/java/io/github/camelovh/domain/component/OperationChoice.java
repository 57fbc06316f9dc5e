// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.catalog.Risk;
import io.github.camelovh.domain.operation.OperationCaller;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.util.Set;
import java.util.TreeSet;

/** Which operation a message is for: the endpoint's, or another one that the message may choose. Immutable. */
final class OperationChoice {

    private final OvhDomainResource resource;
    private final String endpoints;
    private final OperationFromMessage allowed;

    /**
     * The choice of an endpoint.
     *
     * @param named the endpoint's option; null for the resource's default operation
     */
    OperationChoice(OvhDomainResource resource, String named, OperationFromMessage allowed) {
        this.resource = resource;
        this.endpoints = named == null ? byDefault(resource) : named;
        this.allowed = allowed;
    }

    private static String byDefault(OvhDomainResource resource) {
        return switch (resource) {
            case order -> "create";
            case transfer -> "start";
            default -> null;
        };
    }

    /** {@return whether the endpoint's own operation makes calls that need a signature} */
    boolean isSigned(OperationCaller caller) {
        return endpoints == null || caller.isSigned(resource.name(), endpoints);
    }

    /**
     * The operation to call.
     *
     * @param wanted what the message asks for; null if it asks for none
     * @throws WrongUsageException if there is none, or the message may not choose it; nothing was sent
     */
    String of(String wanted, OperationCaller caller) {
        if (wanted == null && endpoints == null) {
            throw new WrongUsageException("ovh-domain:" + resource + " needs the option operation, or the header "
                    + OvhDomainConstants.OPERATION + ". Accepted: " + String.join(", ", caller.names(resource.name())));
        }
        if (wanted == null || wanted.equals(endpoints)) {
            return endpoints;
        }
        caller.require(resource.name(), wanted);
        if (allowed == OperationFromMessage.SAME_RISK) {
            refuseWorse(wanted, caller);
        }
        return wanted;
    }

    private void refuseWorse(String wanted, OperationCaller caller) {
        Risk risk = caller.risk(resource.name(), wanted);
        Risk own = endpoints == null ? Risk.READ : caller.risk(resource.name(), endpoints);
        if (risk.compareTo(own) > 0) {
            throw refused(wanted, "its risk is " + risk + ", and that of " + named() + " is " + own);
        }
        if (risk != Risk.READ && endpoints != null) {
            Set<String> unlimited = new TreeSet<>(caller.limits(resource.name(), endpoints));
            unlimited.removeAll(caller.limits(resource.name(), wanted));
            if (!unlimited.isEmpty()) {
                throw refused(
                        wanted,
                        "its risk is " + risk + ", and it has no limit " + String.join(", ", unlimited) + " as "
                                + named() + ", whose risk is " + own + ", has it");
            }
        }
    }

    private String named() {
        return endpoints == null ? "an endpoint without an operation" : resource + ":" + endpoints;
    }

    private WrongUsageException refused(String wanted, String why) {
        return new WrongUsageException("The message asks for " + resource + ":" + wanted + " in the header "
                + OvhDomainConstants.OPERATION + ", which it may not choose: " + why
                + ". Nothing was sent. Set operation at the endpoint; or operationFromMessage=any, if all its messages are the"
                + " operator's own");
    }
}
