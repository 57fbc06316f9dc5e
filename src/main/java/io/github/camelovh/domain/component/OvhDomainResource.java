// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The subject of an endpoint: the part of the URI after the scheme. The names are those in the URI. */
@SuppressWarnings("java:S115") // the constants are spelled as in the URI
public enum OvhDomainResource {
    /** The names of the account, and the existing extensions. */
    domain,
    /** Zones and their records, name servers, glue records, DNSSEC. */
    dns,
    /** Carts, orders, payment. */
    order,
    /** Transfers of names between registrars. */
    transfer,
    /** The tasks of OVHcloud and the registries. */
    task,
    /** The services of the names: their renewal, their end, their options. */
    renewal,
    /** Contacts, and changes of contact or mail address that wait for an answer. */
    contact,
    /** What whois shows of a name's contacts: disclosed data and substitute mail addresses. */
    whois,
    /** The data that a registry asks for, trademark claims and SMD files. */
    rules,
    /** The whole account: its data, bills, documents, payment methods, applications, IAM; and new accounts. */
    account,
    /** AllDom: one label registered under many extensions, and its tasks. */
    alldom,
    /** Credentials, and any call that has no operation of its own. */
    api;

    /**
     * A resource by its name in a URI.
     *
     * @param name in any letter case
     * @return the resource
     * @throws WrongUsageException with the valid names and the most similar one
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
