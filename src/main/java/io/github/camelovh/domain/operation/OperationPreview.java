// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.QueryParameter;
import io.github.camelovh.domain.api.catalog.HttpMethod;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.Risk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a call of an operation would send, without sending it. Immutable.
 *
 * @param risk the worst that it may do
 * @param shown for people, with secrets masked: the one request (method, path, body), or what a composite operation was given and
 *     which routes it may call that write
 * @param plan the operation that tells what it would do; null if there is none
 */
public record OperationPreview(Risk risk, ObjectNode shown, Plan plan) {

    /**
     * A call that plans.
     *
     * @param operation of the same resource; it only reads
     * @param parameters those of the given ones that it takes
     */
    public record Plan(String operation, Map<String, Object> parameters) {}

    /**
     * Looks at a call of a program's own.
     *
     * @param resource such as {@code dns}
     * @param operation such as {@code sync}
     * @param parameters values by name, all of them the operator's
     * @param body in any form that the operation takes; null for none. A stream would be used up
     * @throws WrongUsageException with all that is wrong, as the call itself would
     */
    public static OperationPreview of(String resource, String operation, Map<String, Object> parameters, Object body) {
        return new OperationCaller(null, CompositeOperations.described())
                .preview(resource, operation, GivenValues.ofOperator(parameters), body);
    }

    static OperationPreview of(ApiCall call, Operation row) {
        ObjectNode shown = begun(row.fullName(), row.risk());
        request(shown, call);
        return new OperationPreview(row.risk(), shown, null);
    }

    /**
     * @param free the request of an operation that calls what it is told to; null for all others
     * @param planning the parameters of the operation that plans; null if there is none
     */
    static OperationPreview of(
            CompositeOperation composite,
            CompositeInput in,
            Map<String, Object> given,
            ApiCall free,
            CompositeOperation planning) {
        Risk risk = free == null ? composite.risk() : ApiOperations.risk(free);
        ObjectNode shown = begun(composite.fullName(), risk);
        if (free != null) {
            request(shown, free);
            return new OperationPreview(risk, shown, null);
        }
        shown.set("parameters", ShownValues.of(in.values()));
        boolean sendsBody =
                composite.parameters().stream().anyMatch(each -> each.name().equals(CompositeInput.BODY));
        if (sendsBody && in.body() != null && !in.names().contains(CompositeInput.BODY)) {
            shown.set("body", ShownValues.of(in.body()));
        }
        shown.set("mayWrite", ApiJson.mapper().valueToTree(writing(composite)));
        return new OperationPreview(
                risk,
                shown,
                Optional.ofNullable(planning)
                        .map(plan -> new Plan(plan.name(), taken(plan, given)))
                        .orElse(null));
    }

    private static ObjectNode begun(String operation, Risk risk) {
        return ApiJson.mapper().createObjectNode().put("operation", operation).put("risk", risk.name());
    }

    private static void request(ObjectNode shown, ApiCall call) {
        String query = call.query().stream().map(OperationPreview::text).collect(Collectors.joining("&"));
        shown.put("method", call.method().name())
                .put("path", query.isEmpty() ? call.path() : call.path() + "?" + query);
        if (!call.headers().isEmpty()) {
            shown.set("headers", ShownValues.of(call.headers()));
        }
        if (call.body() != null) {
            shown.set("body", ShownValues.ofRequest(call));
        }
    }

    private static String text(QueryParameter one) {
        String value = ShownValues.isSecret(one.name()) ? ShownValues.MASK : ApiPath.encode(one.value());
        return ApiPath.encode(one.name()) + "=" + value;
    }

    private static List<String> writing(CompositeOperation composite) {
        return composite.rows().orElse(List.of()).stream()
                .filter(row -> row.method() != HttpMethod.GET)
                .map(Operation::route)
                .toList();
    }

    /** What the other operation does not know decides how this one goes about it, not what it changes. */
    private static Map<String, Object> taken(CompositeOperation plan, Map<String, Object> given) {
        Set<String> known = plan.parameters().stream().map(each -> each.name()).collect(Collectors.toSet());
        return given.entrySet().stream()
                .filter(each -> known.contains(each.getKey().replaceFirst("\\..*", "")))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
