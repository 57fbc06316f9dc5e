// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * OVHcloud's answer to a call that succeeded.
 *
 * @param status HTTP status, 200 to 299
 * @param headers names in any letter case (the map ignores it)
 * @param body exact bytes; empty if there was no body
 * @param queryId OVHcloud's {@code X-OVH-QUERYID}, which its support asks for; null if there was none
 * @param callsMade how many HTTP calls this answer took, including retries and calls for clock and token
 */
@SuppressWarnings("ArrayRecordComponent") // answers can be large and are never compared
public record ApiAnswer(int status, Map<String, String> headers, byte[] body, String queryId, int callsMade) {

    /**
     * The body as a tree.
     *
     * @return {@code NullNode} for an empty body, never null
     * @throws OvhServerFaultException when the body is not JSON
     */
    public JsonNode json() {
        if (body.length == 0) {
            return NullNode.getInstance();
        }
        try {
            JsonNode tree = ApiJson.mapper().readTree(body);
            return tree == null || tree.isMissingNode() ? NullNode.getInstance() : tree;
        } catch (IOException e) {
            throw unreadable("JSON", e);
        }
    }

    /**
     * The body as one object.
     *
     * @param type a record of {@code api.model}, {@code String}, {@code Long}, {@code Map}...
     * @return null when the body is empty or {@code null}
     * @throws OvhServerFaultException when the body does not fit the type
     */
    public <T> T as(Class<T> type) {
        if (body.length == 0) {
            return null;
        }
        try {
            return ApiJson.mapper().readerFor(type).readValue(body);
        } catch (IOException e) {
            throw unreadable(type.getSimpleName(), e);
        }
    }

    /**
     * The body as a list.
     *
     * @param type of the elements
     * @return empty when the body is empty or {@code null}
     * @throws OvhServerFaultException when the body is no list of that type
     */
    public <T> List<T> asList(Class<T> type) {
        if (body.length == 0) {
            return List.of();
        }
        JavaType listType = ApiJson.mapper().getTypeFactory().constructCollectionType(List.class, type);
        try {
            List<T> list = ApiJson.mapper().readerFor(listType).readValue(body);
            return list == null ? List.of() : list;
        } catch (IOException e) {
            throw unreadable("a list of " + type.getSimpleName(), e);
        }
    }

    /**
     * The body as something that is made of its JSON.
     *
     * @param reader throws {@link IllegalArgumentException} for what it cannot read
     * @throws OvhServerFaultException when it cannot
     */
    public <T> T read(Function<JsonNode, T> reader) {
        try {
            return reader.apply(json());
        } catch (IllegalArgumentException e) {
            throw new OvhServerFaultException(
                    new ErrorFacts("an answered call", status, null, null, Map.of(), queryId),
                    "OVHcloud answered with status " + status + ", but the answer cannot be used: " + e.getMessage(),
                    e);
        }
    }

    /**
     * The body as plain text: an auth code, an order's status, a zone file.
     *
     * @return null when the body is empty or {@code null}
     */
    public String text() {
        return as(String.class);
    }

    /**
     * One header of the answer.
     *
     * @param name in any letter case
     * @return null if the answer did not have it
     */
    public String header(String name) {
        return headers.get(name);
    }

    private OvhServerFaultException unreadable(String wanted, IOException cause) {
        // The parser's own message quotes the body, which may contain a secret, so only the kind of error is shown.
        return new OvhServerFaultException(
                new ErrorFacts("an answered call", status, null, null, Map.of(), queryId),
                "OVHcloud answered with status " + status + ", but the body could not be read as " + wanted + " ("
                        + cause.getClass().getSimpleName()
                        + "). Check that the endpoint is OVHcloud's API, and that no proxy answers instead",
                null);
    }
}
