// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.util.StringHelper;

/**
 * The accounts of a component by name: {@code camel.component.ovh-domain.accounts.NAME.OPTION}. An endpoint chooses one by its option
 * {@code account}. Not thread-safe until the component has started, read-only afterwards.
 */
public final class NamedAccounts {

    private final Map<String, AccountConfiguration> byName = new TreeMap<>();

    /** Camel Main makes {@code myShop} of {@code my-shop}, so both are the same name. */
    private static String key(String name) {
        return StringHelper.dashToCamelCase(name);
    }

    /**
     * The options of an account, to be set.
     *
     * @param name of letters and digits, with dashes between; a new one adds an account
     */
    public AccountConfiguration named(String name) {
        return byName.computeIfAbsent(key(name), each -> new AccountConfiguration());
    }

    /** {@return the names, sorted} */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /**
     * An account that was set.
     *
     * @throws IllegalArgumentException if there is none of this name; the message lists the names
     */
    AccountConfiguration require(String name) {
        AccountConfiguration found = byName.get(key(name));
        if (found == null) {
            throw new IllegalArgumentException("There is no account \"" + name + "\". "
                    + (byName.isEmpty()
                            ? "No account has a name yet"
                            : "The accounts are " + String.join(", ", byName.keySet()))
                    + ". Set " + prefix(name) + "OPTION, or correct the option account. Nothing was sent");
        }
        return found;
    }

    /** {@return what the names of an account's options begin with in Camel's properties} */
    static String prefix(String name) {
        return name == null ? "camel.component.ovh-domain." : "camel.component.ovh-domain.accounts." + key(name) + ".";
    }
}
