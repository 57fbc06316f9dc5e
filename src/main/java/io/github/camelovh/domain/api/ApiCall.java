// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

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
 * @param route the path with placeholders ({@code /domain/{serviceName}}), or null when it is not known; used for the
 * access rule in an error message
 * @param iamAction the IAM actions that the route needs, or null when they are not known
 */
@SuppressWarnings("ArrayRecordComponent") // bodies can be large and are never compared
public record ApiCall(
        HttpMethod method,
        String path,
        List<QueryParameter> query,
        Map<String, String> headers,
        byte[] body,
        Repeat repeat,
        boolean signed,
        String route,
        String iamAction) {

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
     * A call that reads.
     *
     * @param path encoded
     * @return GET, signed, {@link Repeat#READ}
     */
    public static ApiCall get(String path) {
        return plain(HttpMethod.GET, path, null, Repeat.READ);
    }

    /**
     * A call that creates something.
     *
     * @param path encoded
     * @param jsonBody anything the JSON mapper can write, or null for no body
     * @param repeat {@link Repeat#ONCE} unless sending twice does no harm
     * @return POST, signed
     */
    public static ApiCall post(String path, Object jsonBody, Repeat repeat) {
        return plain(HttpMethod.POST, path, jsonBody, repeat);
    }

    /**
     * A call that changes something.
     *
     * @param path encoded
     * @param jsonBody anything the JSON mapper can write, or null for no body
     * @return PUT, signed, {@link Repeat#REPEATABLE}
     */
    public static ApiCall put(String path, Object jsonBody) {
        return plain(HttpMethod.PUT, path, jsonBody, Repeat.REPEATABLE);
    }

    /**
     * A call that removes something.
     *
     * @param path encoded
     * @return DELETE, signed, {@link Repeat#REPEATABLE}
     */
    public static ApiCall delete(String path) {
        return plain(HttpMethod.DELETE, path, null, Repeat.REPEATABLE);
    }

    private static ApiCall plain(HttpMethod method, String path, Object jsonBody, Repeat repeat) {
        return new ApiCall(
                method,
                path,
                List.of(),
                Map.of(),
                jsonBody == null ? null : ApiJson.bytes(jsonBody),
                repeat,
                true,
                null,
                null);
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
        return new ApiCall(method, path, parameters, headers, body, repeat, signed, route, iamAction);
    }

    /** The same call with one more header. */
    public ApiCall withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiCall(method, path, query, more, body, repeat, signed, route, iamAction);
    }

    /** The same call, sent without credentials. */
    public ApiCall unsigned() {
        return new ApiCall(method, path, query, headers, body, repeat, false, route, iamAction);
    }

    /** The same call with its path with placeholders and its IAM actions; either may be null. */
    public ApiCall onRoute(String template, String action) {
        return new ApiCall(method, path, query, headers, body, repeat, signed, template, action);
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
     * @return such as {@code GET /domain/*}; the call's own path if its route is not known
     */
    public String accessRule() {
        if (route == null) {
            return call();
        }
        StringBuilder rule = new StringBuilder(method.name()).append(' ');
        int depth = 0;
        for (int i = 0; i < route.length(); i++) {
            char c = route.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                rule.append('*');
            } else if (depth == 0) {
                rule.append(c);
            }
        }
        return rule.toString();
    }

    @Override
    public String toString() {
        return call();
    }
}
