// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Camel's security policy says about the option {@code insecure}. Camel Main checks only the options of its own
 * components, so the component asks the policy itself: {@code
 * camel.security.insecureSslPolicy}, else {@code camel.security.policy}, else {@code fail} in the profile {@code prod}
 * and {@code warn} otherwise.
 */
final class InsecurePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(OvhDomainComponent.class);
    private static final String CONSEQUENCE = "the option insecure of ovh-domain allows http to other hosts than this"
            + " machine: keys and orders are then sent unencrypted";

    private final CamelContext context;
    private final String option;

    /** @param option the option of the account, as a property of Camel's */
    InsecurePolicy(CamelContext context, String option) {
        this.context = context;
        this.option = option;
    }

    /**
     * Applies the policy to an account with that option.
     *
     * @throws IllegalArgumentException if the policy forbids it
     */
    void apply() {
        if (isAllowed()) {
            return;
        }
        String policy = Stream.of("insecureSslPolicy", "insecure-ssl-policy", "policy")
                .flatMap(name -> value(name).stream())
                .findFirst()
                .orElseGet(
                        () -> "prod".equals(context.getCamelContextExtension().getProfile()) ? "fail" : "warn");
        switch (policy.toLowerCase(Locale.ROOT)) {
            case "allow" -> LOG.debug("Allowed by camel.security: {}", CONSEQUENCE);
            case "warn" -> LOG.warn("Security: {}", CONSEQUENCE);
            default ->
                throw new IllegalArgumentException(
                        "Camel's security policy is '" + policy + "', and " + CONSEQUENCE
                                + ". Use https, or set camel.security.insecureSslPolicy=allow if the network itself is protected");
        }
    }

    private boolean isAllowed() {
        return Stream.of("allowedProperties", "allowed-properties")
                .flatMap(name -> value(name).stream())
                .flatMap(names -> Stream.of(names.split(",")))
                .anyMatch(name -> name.strip().equals(option));
    }

    private Optional<String> value(String name) {
        return context.getPropertiesComponent()
                .resolveProperty("camel.security." + name)
                .filter(text -> !text.isBlank());
    }
}
