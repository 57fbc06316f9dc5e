// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Lets Camel set {@code accounts.NAME.OPTION}: each name is an account, which is added when its first option is set. Camel finds
 * this class by a file in {@code META-INF/services/org/apache/camel/configurer}.
 */
public final class NamedAccountsConfigurer implements PropertyConfigurer, PropertyConfigurerGetter {

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        throw new IllegalArgumentException("accounts." + name + " names an account but none of its options, such as "
                + NamedAccounts.prefix(name) + "applicationKey");
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return AccountConfiguration.class;
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return ((NamedAccounts) target).named(name);
    }
}
