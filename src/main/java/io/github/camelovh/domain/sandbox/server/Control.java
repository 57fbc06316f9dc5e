// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The unsigned routes under {@code /_sandbox}, for testers. They are not part of the API. */
final class Control {
    static final String BANNER = "<html><body><h1>OVH sandbox</h1><p>A double of OVHcloud's API for tests. It sells "
            + "nothing: no name is registered, no money moves.</p></body></html>\n";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROUTES = "GET or DELETE calls, GET orders, GET journal, GET, POST or DELETE faults, "
            + "GET or POST clock, POST iam, POST credential, POST reset";
    private static final String JOURNAL_LINES = "200";

    private final RequestPipeline requestPipeline;
    private final KeyRing keys;

    Control(RequestPipeline requestPipeline, KeyRing keys) {
        this.requestPipeline = requestPipeline;
        this.keys = keys;
    }

    Served handle(Received request) {
        String name = request.rawPath().replaceFirst("^/_sandbox/?", "").replaceFirst("/$", "");
        try {
            JsonNode body = request.text().isBlank() ? JSON.createObjectNode() : JSON.readTree(request.text());
            return Served.json(SandboxAnswer.ok(answer(request.method() + " " + name, request, body)));
        } catch (JsonProcessingException e) {
            return wrong("The body is not JSON");
        } catch (DateTimeException e) {
            return wrong("A time is not valid: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return wrong(e.getMessage());
        }
    }

    private JsonNode answer(String call, Received request, JsonNode body) {
        return switch (call) {
            case "GET calls" -> calls();
            case "DELETE calls" -> done(() -> requestPipeline.journal().clear());
            case "GET orders" -> orders();
            case "GET journal" -> journal(request);
            case "GET faults" ->
                JSON.valueToTree(
                        requestPipeline.faults().stream().map(Fault::toString).toList());
            case "POST faults" -> done(() -> each(body).forEach(fault -> requestPipeline.fault(Fault.of(fault))));
            case "DELETE faults" -> done(requestPipeline::clearFaults);
            case "GET clock" -> clock();
            case "POST clock" -> setClock(body);
            case "POST iam" -> done(() -> requestPipeline.refuseActions(texts(body.path("refuse"))));
            case "POST credential" -> credential(body);
            case "POST reset" -> done(requestPipeline::reset);
            default -> ofRoom(call, body);
        };
    }

    private JsonNode ofRoom(String call, JsonNode body) {
        int blank = call.indexOf(' ');
        List<String> path = Stream.of(call.substring(blank + 1).split("/", -1))
                .map(Received::segment)
                .toList();
        return requestPipeline
                .control(call.substring(0, blank), path, body)
                .orElseThrow(() -> new IllegalArgumentException("The sandbox has no control"
                        + " route " + call + ". The control routes are "
                        + ROUTES + ", and those below " + String.join(", ", requestPipeline.controls())));
    }

    /** Opening the validation URL is the confirmation. */
    Served validate(Received request) {
        String token =
                request.query().getOrDefault("credentialToken", List.of("")).get(0);
        Optional<ConsumerKey> key = requestPipeline.inside(() -> {
            Optional<ConsumerKey> found = keys.validate(token);
            found.ifPresent(valid -> requestPipeline.keep());
            return found;
        });
        if (key.isEmpty()) {
            return Served.html(404, "<html><body>This link belongs to no pending credential.</body></html>\n");
        }
        Served page = Served.html(
                200,
                "<html><body>The credential is " + key.get().status + ". You may close this page.</body></html>\n");
        boolean leads = key.get().redirection.matches("https?://\\S+");
        return leads ? new Served(302, Served.HTML_TYPE, page.body(), Map.of("Location", key.get().redirection)) : page;
    }

    private JsonNode calls() {
        ObjectNode answer =
                JSON.createObjectNode().put("total", requestPipeline.journal().total());
        ObjectNode routes = answer.putObject("routes");
        requestPipeline.journal().counts().forEach(routes::put);
        return answer;
    }

    private JsonNode orders() {
        ArrayNode answer = JSON.createArrayNode();
        requestPipeline.orders().forEach(order -> answer.addObject()
                .put("orderId", order.orderId())
                .put("domain", order.domain())
                .put("action", order.action())
                .put("paid", order.paid())
                .put("cancelled", order.cancelled())
                .put("price", order.price()));
        return answer;
    }

    private JsonNode journal(Received request) {
        String limit =
                request.query().getOrDefault("limit", List.of(JOURNAL_LINES)).get(0);
        if (!limit.matches("0*[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("limit is '" + limit + "' but must be a number of at least 1");
        }
        ArrayNode answer = JSON.createArrayNode();
        requestPipeline.journal().last(Integer.parseInt(limit)).forEach(line -> answer.addObject()
                .put("at", line.at().toString())
                .put("queryId", line.queryId())
                .put("route", line.route())
                .put("path", line.path())
                .put("status", line.status())
                .put("effect", line.effect())
                .put("fault", line.fault()));
        return answer;
    }

    private JsonNode clock() {
        return JSON.createObjectNode().put("now", SandboxWorld.dateTime(requestPipeline.now()));
    }

    private JsonNode setClock(JsonNode body) {
        if (body.hasNonNull("now")) {
            requestPipeline.setClock(
                    OffsetDateTime.parse(body.get("now").asText()).toInstant());
        } else if (body.hasNonNull("advance")) {
            requestPipeline.advance(
                    TimeText.parse("advance", body.get("advance").asText()));
        } else {
            throw new IllegalArgumentException("The clock needs \"advance\" (such as P1D) or \"now\" (date and time)");
        }
        return clock();
    }

    /** Changes a consumer key: {@code rules}, {@code expiration} (date and time in UTC, or null), {@code status}. */
    private JsonNode credential(JsonNode body) {
        String name = body.path("consumerKey").asText(KeyRing.CONSUMER_KEY);
        return requestPipeline.inside(() -> {
            ConsumerKey key = keys.consumerKey(name)
                    .orElseThrow(() -> new IllegalArgumentException("The sandbox has no such consumer key"));
            keys.change(key, body);
            requestPipeline.keep();
            return key.describe(requestPipeline.now(), keys.applicationId());
        });
    }

    private static JsonNode done(Runnable act) {
        act.run();
        return JsonNodeFactory.instance.nullNode();
    }

    private static Iterable<JsonNode> each(JsonNode body) {
        return body.isArray() ? body : List.of(body);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Served wrong(String message) {
        return Served.json(SandboxAnswer.badRequest(message));
    }
}
