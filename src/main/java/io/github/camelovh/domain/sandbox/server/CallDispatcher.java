// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.contract.ApiContract;
import io.github.camelovh.domain.sandbox.contract.ContractOperation;
import io.github.camelovh.domain.sandbox.contract.FormCheck;
import io.github.camelovh.domain.sandbox.contract.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Serves one admitted call: checks it against the contract, calls the handler, and expands batches and pages. Guarded
 * by the sandbox's lock.
 */
final class CallDispatcher {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Which undocumented modes are on.
     *
     * @param pagesEverywhere whether every list of ids with an item route has pages, not only those that are known to
     */
    record Modes(boolean batch, boolean pages, boolean pagesEverywhere) {}

    /** An admitted call. */
    record Call(Received request, ContractOperation operation, Map<String, String> path, Caller caller) {}

    private final HandlerRegistry handlers;
    private final SandboxWorld world;
    private final Modes modes;
    private final FormCheck form;
    private final Samples samples;
    private final ObjectCache cache = new ObjectCache();
    private final LongSupplier happenings;

    /** @param happenings the number of changes of the sandbox's state so far */
    CallDispatcher(
            ApiContract contract, HandlerRegistry handlers, SandboxWorld world, Modes modes, LongSupplier happenings) {
        this.handlers = handlers;
        this.world = world;
        this.modes = modes;
        this.happenings = happenings;
        this.form = new FormCheck(contract);
        this.samples = new Samples(contract);
    }

    /** @throws SandboxRefusal for an error answer */
    SandboxAnswer serve(Call call) {
        JsonNode body = body(call.request());
        Map<String, List<String>> query = call.request().query();
        Optional<String> separator = call.request().header("X-Ovh-Batch");
        Optional<String> item = call.operation().itemPlaceholder();
        boolean get = call.operation().method().equals("GET");
        if (modes.batch() && get && separator.isPresent() && item.isPresent()) {
            return batch(call, item.get(), separator.get());
        }
        boolean put = call.operation().method().equals("PUT");
        if (put) {
            body = withoutWhatOnlyAnswersHave(call, body);
        }
        check(call.operation(), call.path(), query, body);
        if (put) {
            refuseReadOnlyChanges(call, body);
        }
        SandboxAnswer answer = ask(call.operation(), call.path(), query, body, call.caller());
        return get ? paged(call, answer) : answer;
    }

    private SandboxAnswer batch(Call call, String placeholder, String separator) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        for (String key : call.path().get(placeholder).split(Pattern.quote(separator), -1)) {
            Map<String, String> path = new LinkedHashMap<>(call.path());
            path.put(placeholder, key);
            JsonNode value = NullNode.getInstance();
            JsonNode error = NullNode.getInstance();
            try {
                check(call.operation(), path, call.request().query(), NullNode.getInstance());
                SandboxAnswer one =
                        ask(call.operation(), path, call.request().query(), NullNode.getInstance(), call.caller());
                value = one.successful() ? one.body() : value;
                error = one.successful() ? error : one.body();
            } catch (SandboxRefusal refusal) {
                error = refusal.answer().body();
            }
            entries.addObject()
                    .put("key", key)
                    .<com.fasterxml.jackson.databind.node.ObjectNode>set("value", value)
                    .set("error", error);
        }
        return SandboxAnswer.ok(entries);
    }

    private SandboxAnswer paged(Call call, SandboxAnswer answer) {
        if (!answer.successful() || !answer.body().isArray()) {
            return answer;
        }
        List<JsonNode> elements = new ArrayList<>();
        answer.body().forEach(elements::add);
        if (call.operation().v2()) {
            return looked(call, modes.pages() ? Paging.cursor(call.request(), elements) : answer);
        }
        if (!modes.pages()) {
            return answer;
        }
        boolean offered = modes.pagesEverywhere()
                || Paging.KNOWN.contains(call.operation().pattern());
        Optional<ContractOperation> item = handlers.itemOf(call.operation());
        if (!offered || !Paging.askedFor(call.request()) || !call.operation().listsIds() || item.isEmpty()) {
            return answer;
        }
        if (Paging.onlyPageWanted(call.request(), elements)) {
            List<JsonNode> page = Paging.page(call.request(), elements);
            return Paging.numbered(call.request(), objects(call, item.get(), page), elements.size());
        }
        return Paging.v1(
                call.request(),
                cache.objects(
                        call.operation().pattern() + call.path(),
                        elements,
                        happenings.getAsLong(),
                        world.now(),
                        () -> objects(call, item.get(), elements)));
    }

    /**
     * A list of v2 contains objects. If a handler returns ids instead, only the objects of the requested page are read.
     */
    private SandboxAnswer looked(Call call, SandboxAnswer page) {
        Optional<ContractOperation> item = handlers.itemOf(call.operation());
        if (item.isEmpty() || !page.body().path(0).isTextual()) {
            return page;
        }
        List<JsonNode> ids = new ArrayList<>();
        page.body().forEach(ids::add);
        ArrayNode objects = JsonNodeFactory.instance.arrayNode().addAll(objects(call, item.get(), ids));
        return new SandboxAnswer(page.status(), objects, page.headers(), page.effect());
    }

    /**
     * The objects of these ids. Objects that answer with an error are left out, as a cached list leaves out deleted
     * objects.
     */
    private List<JsonNode> objects(Call call, ContractOperation item, List<JsonNode> ids) {
        List<JsonNode> objects = new ArrayList<>();
        String placeholder = item.itemPlaceholder().orElseThrow();
        for (JsonNode id : ids) {
            Map<String, String> path = new LinkedHashMap<>(call.path());
            path.put(placeholder, id.asText());
            try {
                SandboxAnswer object = ask(item, path, Map.of(), NullNode.getInstance(), call.caller());
                if (object.successful()) {
                    objects.add(object.body());
                }
            } catch (SandboxRefusal refusal) {
                if (refusal.answer().status() >= 500) {
                    throw refusal;
                }
            }
        }
        return objects;
    }

    private SandboxAnswer ask(
            ContractOperation operation,
            Map<String, String> path,
            Map<String, List<String>> query,
            JsonNode body,
            Caller caller) {
        SandboxRequest request =
                new SandboxRequest(operation.method(), operation.pattern(), path, query, body, caller, world.now());
        return handlers.handler(operation)
                .map(handler -> handler.answer(request))
                .orElseGet(() -> SandboxAnswer.ok(samples.answer(operation))
                        .withHeader("X-Sandbox-Answer", "contract")
                        .withoutEffect());
    }

    private void check(
            ContractOperation operation, Map<String, String> path, Map<String, List<String>> query, JsonNode body) {
        form.problem(operation, path, query, body).ifPresent(problem -> {
            throw SandboxAnswer.badRequest(problem).refusal();
        });
    }

    /** A read-only property may be sent back unchanged. The handler's own GET gives its current value. */
    private void refuseReadOnlyChanges(Call call, JsonNode body) {
        Optional<ContractOperation> get = handlers.get(call.operation().pattern());
        if (get.isEmpty() || !body.isObject()) {
            return;
        }
        SandboxAnswer current = ask(get.get(), call.path(), Map.of(), NullNode.getInstance(), call.caller());
        // Parsed again from text, because in memory 5 as a long and 5 as an int are not equal.
        List<String> changed = current.successful()
                ? form.readOnlyChanges(
                        call.operation(), body, parse(current.body().toString()))
                : List.of();
        if (!changed.isEmpty()) {
            throw SandboxAnswer.badRequest("Try to alter read-only properties: " + String.join(", ", changed))
                    .refusal();
        }
    }

    /**
     * An object from a GET may be sent back whole, although its PUT does not have all members, if those members are
     * unchanged.
     */
    private JsonNode withoutWhatOnlyAnswersHave(Call call, JsonNode body) {
        Optional<ContractOperation> get = handlers.get(call.operation().pattern());
        if (get.isEmpty() || !body.isObject()) {
            return body;
        }
        Set<String> known = form.onlyInAnswers(call.operation(), get.get());
        known.retainAll(names(body));
        if (known.isEmpty()) {
            return body;
        }
        SandboxAnswer current = ask(get.get(), call.path(), Map.of(), NullNode.getInstance(), call.caller());
        JsonNode now = parse(current.body().toString());
        String changed = known.stream()
                .filter(name -> !body.get(name).equals(now.path(name)))
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            throw SandboxAnswer.badRequest("Try to alter read-only properties: " + changed)
                    .refusal();
        }
        ObjectNode rest = body.deepCopy();
        return rest.without(known);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode body(Received request) {
        String text = new String(request.body(), StandardCharsets.UTF_8).trim();
        return text.isEmpty() ? NullNode.getInstance() : parse(text);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw SandboxAnswer.badRequest("Body isn't a valid JSON text").refusal();
        }
    }
}
