// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

import java.util.Objects;

/**
 * One parameter of an operation.
 *
 * @param name as the API spells it, such as {@code serviceName} or {@code date.from}
 * @param place where the value is sent
 * @param type the API's type, such as {@code long} or {@code string[]}
 * @param required whether the call is refused without it
 * @param kind what a value decides, and so who may give it
 * @param byDefault the value of a limit that nobody set, as a user would write it; null where there is then no limit, and for
 *     other kinds
 */
public record Parameter(String name, Place place, String type, boolean required, Kind kind, String byDefault) {

    public Parameter {
        Objects.requireNonNull(kind, "kind");
    }

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

    /** What a parameter of a composite operation decides. */
    public enum Kind {
        /** What the operation is about: a name, its records, a contact. */
        SUBJECT,
        /** How it is done. */
        WISH,
        /**
         * How much may be spent, deleted or changed, and what is allowed. It is the operator's: a message can only make it
         * stricter.
         */
        LIMIT
    }

    /** A parameter of a route of the API: its placeholders are its subject. */
    public Parameter(String name, Place place, String type, boolean required) {
        this(name, place, type, required, place == Place.PATH ? Kind.SUBJECT : Kind.WISH, null);
    }

    /** {@return a parameter of a composite operation that says what it is about} */
    public static Parameter subject(String name, String type, boolean required) {
        return new Parameter(name, Place.LOCAL, type, required, Kind.SUBJECT, null);
    }

    /** {@return an optional parameter of a composite operation that says how it is done} */
    public static Parameter wish(String name, String type) {
        return new Parameter(name, Place.LOCAL, type, false, Kind.WISH, null);
    }

    /**
     * A limit of a composite operation.
     *
     * @param byDefault the value if nobody set it; null for no limit
     */
    public static Parameter limit(String name, String type, String byDefault) {
        return new Parameter(name, Place.LOCAL, type, false, Kind.LIMIT, byDefault);
    }

    /** {@return the same parameter, without which an operation is refused} */
    public Parameter needed() {
        return new Parameter(name, place, type, true, kind, byDefault);
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
