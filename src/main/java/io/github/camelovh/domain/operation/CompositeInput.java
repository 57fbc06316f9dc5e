// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The checked values for a call of a composite operation. Immutable. */
public final class CompositeInput {

    /** A type for a parameter: values given as {@code name.KEY}, or as a map under the name. */
    static final String MAP = "map";

    /** A type for a time to wait: ISO 8601 such as {@code PT30S}, or milliseconds. */
    static final String WAIT = "wait";

    /** A type for an amount of money, with or without its currency. */
    static final String MONEY = "money";

    /** A type for an object of the caller's program, such as a consumer of pages. */
    static final String OBJECT = "object";

    /** The parameter of an operation that sends the message body, and so reads no parameters from it. */
    static final String BODY = "body";

    /** The parameter with the typed request of an operation, in place of most others; such a request may also be the body itself. */
    static final String REQUEST = "purchase";

    private final Map<String, Object> values;
    private final Set<String> trusted;
    private final Object body;
    private final AnswerForm form;

    CompositeInput(Map<String, Object> values, Set<String> trusted, Object body, AnswerForm form) {
        this.values = Collections.unmodifiableMap(values);
        this.trusted = Set.copyOf(trusted);
        this.body = body;
        this.form = form;
    }

    /**
     * The content that an operation sends.
     *
     * @return the parameter {@link #BODY}, else the message body as {@link Bodies#opened} gives it; null for none
     * @throws WrongUsageException if there are both
     */
    Object body() {
        Object named = values.get(BODY);
        if (named != null && body != null) {
            throw new WrongUsageException(
                    "There is a message body and a parameter \"body\": only one can be sent. Nothing was sent");
        }
        return named != null ? Bodies.opened(named) : body;
    }

    /** {@return all values by name} */
    Map<String, Object> values() {
        return values;
    }

    /** {@return whether the value of a limit is the operator's, or counts as his} */
    boolean isOperators(String name) {
        return trusted.contains(name);
    }

    /** {@return the requested form of the answer} */
    AnswerForm form() {
        return form;
    }

    /** {@return a value in the form of its parameter's type; empty if it was not given} */
    @SuppressWarnings("unchecked") // Values returns the type of the parameter
    <T> Optional<T> value(String name) {
        return Optional.ofNullable((T) values.get(name));
    }

    /**
     * An object of the caller's program.
     *
     * @return empty if it was not given
     * @throws WrongUsageException if it is of another type
     */
    <T> Optional<T> object(String name, Class<T> type) {
        Object given = values.get(name);
        if (given != null && !type.isInstance(given)) {
            throw new WrongUsageException("parameter \"" + name + "\" must be" + " a " + type.getName()
                    + " of the calling program; nothing was sent");
        }
        return Optional.ofNullable(type.cast(given));
    }

    /** {@return the names of all given values} */
    Set<String> names() {
        return values.keySet();
    }

    /** {@return a text; empty if it was not given} */
    Optional<String> text(String name) {
        return value(name).map(String::valueOf);
    }

    /** {@return a switch; false if it was not given} */
    boolean isSet(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /**
     * A required domain name.
     *
     * @throws WrongUsageException if it is not a domain name
     */
    DomainName domain(String name) {
        return domain((Object) text(name).orElseThrow());
    }

    private static DomainName domain(Object text) {
        try {
            return DomainName.of(text.toString());
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage() + "; nothing was sent");
        }
    }

    /** {@return a required whole number} */
    long number(String name) {
        return (Long) value(name).orElseThrow();
    }
}
