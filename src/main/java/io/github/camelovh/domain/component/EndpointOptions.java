// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.catalog.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Which options an endpoint URI may have. Only those of the catalog, each once: not those of an account, and no path into objects
 * behind the endpoint, such as {@code component.defaultAccount.region}. A URI may have text of a message in it, because {@code toD}
 * puts it there.
 */
final class EndpointOptions {

    private static final List<String> PREFIXES = List.of("param.", "scheduler.");

    private final PropertyConfigurerGetter account = new AccountConfigurationConfigurer();
    private final Set<String> known;

    EndpointOptions(CamelContext context) {
        known = context.getCamelContextExtension()
                .getEndpointUriFactory(OvhDomainConstants.SCHEME)
                .propertyNames();
    }

    /**
     * Checks them all. The messages show no values, because a value may be a secret.
     *
     * @param options by name; those that came more than once are collections
     * @throws IllegalArgumentException if one may not be there
     */
    void check(Map<String, Object> options) {
        for (String name : options.keySet()) {
            if (PREFIXES.stream().anyMatch(name::startsWith)) {
                continue;
            }
            if (account.getOptionType(name.replace("-", ""), true) != null) {
                throw new IllegalArgumentException(
                        "The option " + name + " belongs to an account, not to an endpoint: an"
                                + " endpoint must not choose where credentials are sent to, or how. Set it on the component, "
                                + NamedAccounts.prefix(null) + name + ", or for a named account, "
                                + NamedAccounts.prefix("NAME")
                                + name + ", and choose that by account=NAME at the endpoint");
            }
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "An endpoint has no option \"" + name + "\"" + Nearest.hint(name, new TreeSet<>(known)));
            }
            if (options.get(name) instanceof Collection<?>) {
                throw new IllegalArgumentException("The option " + name + " is there more than once. In toD, text of a"
                        + " message can have added one: give values of messages in the header "
                        + OvhDomainConstants.PARAMETERS);
            }
        }
    }
}
