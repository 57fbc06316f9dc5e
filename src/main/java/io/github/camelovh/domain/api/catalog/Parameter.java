// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

/**
 * One parameter of an operation.
 *
 * @param name as the API spells it, such as {@code serviceName} or {@code date.from}
 * @param place where the value is sent
 * @param type the API's type, such as {@code long} or {@code string[]}
 * @param required whether the call is refused without it
 */
public record Parameter(String name, Place place, String type, boolean required) {

    /** Where a parameter's value is sent. */
    public enum Place {
        PATH,
        QUERY,
        HEADER,
        /** A member of the JSON body. */
        BODY,
        /** Not sent: a composite operation reads it. */
        LOCAL
    }

    /** {@return a parameter that a composite operation reads itself} */
    public static Parameter local(String name, String type, boolean required) {
        return new Parameter(name, Place.LOCAL, type, required);
    }

    /** {@return whether several values may be given} */
    public boolean isList() {
        return type.endsWith("[]");
    }

    /** {@return the type of one value} */
    public String elementType() {
        return isList() ? type.substring(0, type.length() - 2) : type;
    }
}
