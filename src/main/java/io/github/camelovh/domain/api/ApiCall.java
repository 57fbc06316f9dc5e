// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.HttpMethod;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.Repeat;
import io.github.camelovh.domain.api.model.HoldsSecret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One call to OVHcloud. It is immutable, so that a retry sends exactly the same bytes.
 *
 * <p>Thread-safe if nobody writes into {@code body}.
 *
 * @param method never null
 * @param path begins with a slash, already encoded (see {@link ApiPath}), without a query; {@code /v1/...} and {@code
 * /v2/...} choose the version, anything else goes to version 1
 * @param query in the order it is sent; not yet encoded
 * @param headers extra headers; those of authentication are added later
 * @param body exact bytes of the JSON body, or null for none
 * @param repeat whether it may be sent twice
 * @param signed false for the few routes that must be called without credentials
 * @param operation the row of the catalog that the call is made from; null if there is none; an error message names its rights
 */
@SuppressWarnings("ArrayRecordComponent") // bodies can be large and are never compared
@HoldsSecret
public record ApiCall(
        HttpMethod method,
        String path,
        List<QueryParameter> query,
        Map<String, String> headers,
        byte[] body,
        Repeat repeat,
        boolean signed,
        Operation operation) {

    public ApiCall {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(repeat, "repeat");
        if (path == null || !path.startsWith("/")) {
            throw new IllegalArgumentException("A path must begin with a slash, but this one is " + path);
        }
        if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0 || path.indexOf(' ') >= 0) {
            throw new IllegalArgumentException(
                    "The path of a call contains a space, ? or #. Encode it with ApiPath and pass the query"
                            + " separately");
        }
        query = List.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /**
     * A call of an operation, with neither query nor body.
     *
     * @param operation gives method, path, repeat kind and rights
     * @param values those of the path, in order; see {@link ApiPath#of}
     */
    public static ApiCall of(Operation operation, Object... values) {
        return to(operation, ApiPath.of(operation.path(), values));
    }

    /** A call of an operation whose path is encoded already. */
    static ApiCall to(Operation operation, String path) {
        return new ApiCall(
                operation.method(),
                path,
                List.of(),
                Map.of(),
                null,
                operation.repeat(),
                !operation.unsigned(),
                operation);
    }

    /**
     * The same call with a body.
     *
     * @param json anything the JSON mapper can write, or null for no body
     */
    public ApiCall withBody(Object json) {
        byte[] bytes = json == null ? null : ApiJson.bytes(json);
        return new ApiCall(method, path, query, headers, bytes, repeat, signed, operation);
    }

    /** The same call, where its repeat kind is not that of its route: a dry run of an order may be sent twice. */
    public ApiCall withRepeat(Repeat kind) {
        return new ApiCall(method, path, query, headers, body, kind, signed, operation);
    }

    /**
     * The same call with one more query parameter.
     *
     * @param name never null
     * @param value its {@code toString} is sent, so booleans are in lower case; null leaves the call unchanged
     */
    public ApiCall withQuery(String name, Object value) {
        if (value == null) {
            return this;
        }
        List<QueryParameter> more = new ArrayList<>(query);
        more.add(new QueryParameter(name, value.toString()));
        return withQuery(more);
    }

    /** The same call with these query parameters instead of its own. */
    public ApiCall withQuery(List<QueryParameter> parameters) {
        return new ApiCall(method, path, parameters, headers, body, repeat, signed, operation);
    }

    /** The same call with one more header. */
    public ApiCall withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiCall(method, path, query, more, body, repeat, signed, operation);
    }

    /**
     * What messages and logs may show of this call.
     *
     * @return method and path, such as {@code POST /order/cart}; never the query nor the body
     */
    public String call() {
        return method + " " + path;
    }

    /**
     * The access rule that a consumer key needs for this call.
     *
     * @return such as {@code GET /domain/*}; the call's own path if it is not made from a row of the catalog
     */
    public String accessRule() {
        return operation == null ? call() : operation.accessRule();
    }

    /** {@return the IAM actions that it needs; null when they are not known, or there is none} */
    public String iamAction() {
        return operation == null ? null : operation.iamAction();
    }

    @Override
    public String toString() {
        return call();
    }
}
