// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an endpoint is about: the part of the URI behind the scheme. The names are those of the URI. */
@SuppressWarnings("java:S115") // the constants are spelt as in the URI
public enum OvhDomainResource {
    /** The names that the account holds, and the extensions that there are. */
    domain,
    /** Zones and their records, name servers, glue records, DNSSEC. */
    dns,
    /** Carts, orders, payment. */
    order,
    /** Names that move between registrars. */
    transfer,
    /** What OVHcloud and the registries are doing. */
    task,
    /** The services behind the names: their renewal, their end, their options. */
    renewal,
    /** Contacts, and the changes of contact or mail address that wait for an answer. */
    contact,
    /** What whois shows of a name's contacts: disclosure, and mail addresses that stand in for the real ones. */
    whois,
    /** What a registry asks for a name, trademark claims and SMD files. */
    rules,
    /** The account as a whole: its data, bills, documents, means of payment, applications, IAM; and new accounts. */
    account,
    /** AllDom: one string registered under many extensions, and its tasks. */
    alldom,
    /** Credentials, and any call that has no operation of its own. */
    api;

    /**
     * A resource by its name in a URI.
     *
     * @param name in any letter case
     * @return the resource
     * @throws WrongUsageException naming the right ones and the nearest
     */
    public static OvhDomainResource of(String name) {
        List<String> names = Arrays.stream(values()).map(Enum::name).toList();
        String text = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        if (!names.contains(text)) {
            throw new WrongUsageException("There is no resource \"" + name + "\"" + Nearest.hint(text, names));
        }
        return valueOf(text);
    }
}
