// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiAnswer;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.QueryParameter;
import io.github.camelovh.domain.api.catalog.HttpMethod;
import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Repeat;
import io.github.camelovh.domain.api.catalog.Risk;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Calls any method and path of the API, signed like all other calls, and reads the connection's own figures.
 * Thread-safe.
 */
final class ApiOperations {

    static final String CALL = "api:call";

    /** Encoded, absolute, without empty segments, dot segments and query. */
    private static final Pattern PATH =
            Pattern.compile("(/(?!\\.{1,2}(/|$))([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)+");

    private ApiOperations() {}

    static List<CompositeOperation> of(OvhApi api) {
        return List.of(
                new CompositeOperation(
                        "api",
                        "call",
                        List.of(
                                Parameter.limit("path", "string", null).needed(),
                                Parameter.limit("method", "string", "GET"),
                                Parameter.subject("query", CompositeInput.MAP, false),
                                Parameter.subject(CompositeInput.BODY, "json", false)),
                        "the API's answer; the method is GET by default, the path is encoded and may begin with /v2,"
                                + " the body is the parameter body or, for POST, PUT and PATCH, the message body",
                        in -> call(api, in)),
                new CompositeOperation(
                        "api",
                        "clockSkew",
                        List.of(),
                        "how many seconds OVHcloud's clock is ahead of ours; asks OVHcloud only if that is not known"
                                + " yet",
                        in -> api.clock().skew().toSeconds()),
                new CompositeOperation(
                        "api",
                        "usage",
                        List.of(),
                        "how many calls were made since the start with these credentials, how many per second are"
                                + " allowed now, and how many wait for an answer. Makes no call",
                        in -> new ApiUsage(
                                api.callsMade(),
                                api.callsPerSecond(),
                                api.callsInFlight(),
                                api.outage().orElse(null))));
    }

    private static OperationAnswer call(OvhApi api, CompositeInput in) {
        ApiCall request = request(in);
        ApiAnswer answer = api.send(request);
        Object value = AnswerTypes.read(answer, givesCode(request.path(), answer) ? AnswerTypes.SECRET : "", in.form());
        return new OperationAnswer(CALL, value, answer.queryId(), answer.callsMade(), List.of(), List.of(), List.of());
    }

    /** {@return the worst that a request may do: one that reads an auth code is more than reading} */
    static Risk risk(ApiCall request) {
        return request.method() != HttpMethod.GET ? Risk.SPEND : isOfCode(request.path()) ? Risk.CHANGE : Risk.READ;
    }

    /**
     * The request that the values make.
     *
     * @throws WrongUsageException if they make none
     */
    static ApiCall request(CompositeInput in) {
        HttpMethod method = method(in.text("method").orElse("GET"));
        String path = in.text("path").orElseThrow();
        if (!PATH.matcher(path).matches()) {
            throw new WrongUsageException(
                    "\"" + path + "\" is not a path such as /me/order/123; nothing was sent. Write the query as"
                            + " query.NAME=value, and encode special characters");
        }
        List<QueryParameter> query = new ArrayList<>();
        in.<Map<String, String>>value("query")
                .orElse(Map.of())
                .forEach((name, value) -> query.add(new QueryParameter(name, value)));
        return new ApiCall(method, path, query, Map.of(), body(method, in), repeat(method), true, null);
    }

    /** Whether an answer is an auth code, from any route of any version. */
    private static boolean givesCode(String path, ApiAnswer answer) {
        return isOfCode(path) && answer.json().isTextual();
    }

    private static boolean isOfCode(String path) {
        String last = URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
        return last.equalsIgnoreCase("authInfo");
    }

    private static HttpMethod method(String name) {
        List<String> accepted =
                Arrays.stream(HttpMethod.values()).map(Enum::name).toList();
        String text = name.strip().toUpperCase(Locale.ROOT);
        if (!accepted.contains(text)) {
            throw new WrongUsageException("There is no method \"" + name + "\"" + Nearest.hint(text, accepted));
        }
        return HttpMethod.valueOf(text);
    }

    private static Repeat repeat(HttpMethod method) {
        return switch (method) {
            case GET -> Repeat.READ;
            case PUT, DELETE -> Repeat.REPEATABLE;
            case POST, PATCH -> Repeat.ONCE;
        };
    }

    private static byte[] body(HttpMethod method, CompositeInput in) {
        boolean isGiven = in.names().contains(CompositeInput.BODY);
        if (method == HttpMethod.GET && !isGiven) {
            return null; // a body of an earlier step, which Camel passes on
        }
        if (method == HttpMethod.DELETE && !isGiven && Bodies.isInput(in.body())) {
            throw new WrongUsageException(
                    "api:call was not begun: DELETE sends no message body; remove it before this step");
        }
        JsonNode given =
                method == HttpMethod.DELETE && !isGiven ? null : new Bodies(ApiJson.requests()).read(in.body());
        return given == null ? null : given.toString().getBytes(StandardCharsets.UTF_8);
    }
}
