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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The way out: any method and path of the API, signed like all others. Thread-safe. */
final class ApiOperations {

    static final String CALL = "api:call";

    /** Encoded, from the root, no empty segment, no step up, no query. */
    private static final Pattern PATH =
            Pattern.compile("(/(?!\\.{1,2}(/|$))([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)+");

    private ApiOperations() {}

    static List<CompositeOperation> of(OvhApi api) {
        return List.of(new CompositeOperation(
                "api",
                "call",
                List.of(
                        Parameter.local("path", "string", true),
                        Parameter.local("method", "string", false),
                        Parameter.local("query", CompositeInput.MAP, false),
                        Parameter.local(CompositeInput.BODY, "json", false)),
                "what the API answers; the method is GET unless another is given, the path is encoded and may begin with"
                        + " /v2, the body is the parameter body or, for POST, PUT and PATCH, the message's own",
                in -> call(api, in)));
    }

    private static OperationAnswer call(OvhApi api, CompositeInput in) {
        HttpMethod method = method(in.text("method").orElse("GET"));
        String path = in.text("path").orElseThrow();
        if (!PATH.matcher(path).matches()) {
            throw new WrongUsageException(
                    "\"" + path + "\" is no path such as /me/order/123; nothing was sent. Give the"
                            + " query as query.NAME=value, and encode what is special");
        }
        List<QueryParameter> query = new ArrayList<>();
        in.<Map<String, String>>value("query")
                .orElse(Map.of())
                .forEach((name, value) -> query.add(new QueryParameter(name, value)));
        ApiAnswer answer =
                api.send(new ApiCall(method, path, query, Map.of(), body(method, in), repeat(method), true, null));
        Object value = AnswerTypes.read(answer, givesCode(path, answer) ? AnswerTypes.SECRET : "", in.form());
        return new OperationAnswer(CALL, value, answer.queryId(), answer.callsMade(), null, List.of(), List.of());
    }

    /** Whether an answer is the code that lets a name go, whatever route of whichever version gave it. */
    private static boolean givesCode(String path, ApiAnswer answer) {
        String last = URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
        return last.equalsIgnoreCase("authInfo") && answer.json().isTextual();
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
        JsonNode given = in.<JsonNode>value(CompositeInput.BODY).orElse(null);
        if (given == null && method != HttpMethod.GET && method != HttpMethod.DELETE) {
            given = new Bodies(ApiJson.mapper()).read(in.body());
        }
        return given == null ? null : given.toString().getBytes(StandardCharsets.UTF_8);
    }
}
