// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has passed {@link Gate}.
 *
 * @param method upper case
 * @param pattern the route, e.g. {@code /order/cart/{cartId}/checkout}; v2 routes begin with {@code /v2/}
 * @param pathParameters decoded values by placeholder name
 * @param query decoded values by name, in the order sent
 * @param body the JSON body; {@link NullNode} if none was sent
 * @param caller who sent it
 * @param now the sandbox's time
 */
public record SandboxRequest(
        String method,
        String pattern,
        Map<String, String> pathParameters,
        Map<String, List<String>> query,
        JsonNode body,
        Caller caller,
        Instant now) {

    public SandboxRequest {
        pathParameters = Map.copyOf(pathParameters);
        query = Map.copyOf(query);
        body = body == null ? NullNode.getInstance() : body;
    }

    /** A path parameter as text. */
    public String path(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalStateException(pattern + " has no placeholder {" + name + "}");
        }
        return value;
    }

    /** A path parameter that the contract declares {@code long}; the gate has checked its form. */
    public long id(String name) {
        return Long.parseLong(path(name));
    }

    /** The first value of a query parameter, if it was sent. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
    }

    /** All values of a query parameter that may be repeated. */
    public List<String> queryAll(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** A text member of the body; empty if it is missing or null. */
    public Optional<String> text(String member) {
        JsonNode value = body.path(member);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    /** A boolean member of the body; false if it is missing or null. */
    public boolean flag(String member) {
        return body.path(member).asBoolean(false);
    }
}
