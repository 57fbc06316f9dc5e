// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.ApiAnswer;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.Counted;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.Listing;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.QueryParameter;
import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Risk;
import io.github.camelovh.domain.api.model.Outcome;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls any operation by its name: a row of the catalog, or a composite operation. Thread-safe.
 *
 * <p>A list operation whose ids can be read one by one also takes the parameter {@code expand}: with {@code true} it
 * returns the objects, with the fewest calls that the API offers.
 */
public final class OperationCaller {

    static final String EXPAND = "expand";

    private static final OperationCatalog CATALOG = OperationCatalog.shipped();

    private final OvhApi api;
    private final Map<String, Map<String, CompositeOperation>> composites = new LinkedHashMap<>();
    private final ObjectMapper json = ApiJson.requests();

    /**
     * Combines the rows and the composite operations.
     *
     * @param api makes the calls
     * @param composites the composite operations; their names must differ from those of the rows
     * @throws IllegalStateException if a composite operation has the name of a row
     */
    public OperationCaller(OvhApi api, Collection<CompositeOperation> composites) {
        this.api = api;
        for (CompositeOperation each : composites) {
            if (CATALOG.find(each.resource(), each.name()).isPresent()
                    || this.composites
                                    .computeIfAbsent(each.resource(), key -> new LinkedHashMap<>())
                                    .put(each.name(), each)
                            != null) {
                throw new IllegalStateException("Two operations are named " + each.fullName());
            }
        }
    }

    /**
     * Calls an operation for a program itself, whose values are all the operator's, and returns its answer as records.
     *
     * @see #call(String, String, GivenValues, Object, AnswerForm)
     */
    public OperationAnswer call(String resource, String operation, Map<String, Object> parameters, Object body) {
        return call(resource, operation, GivenValues.ofOperator(parameters), body, AnswerForm.RECORD);
    }

    /**
     * Calls an operation.
     *
     * @param resource such as {@code domain}
     * @param operation such as {@code get}
     * @param parameters values by name, and who gave them
     * @param body in any form that {@link Bodies} reads: text, bytes, a stream, a reader, a file, a map, a list, JSON, a typed request;
     *     null for none
     * @param form the shape of the answer
     * @return the answer
     * @throws WrongUsageException before anything is sent, if name or parameters are wrong
     * @throws io.github.camelovh.domain.api.OvhApiException if OVHcloud refuses or does not answer
     */
    public OperationAnswer call(
            String resource, String operation, GivenValues parameters, Object body, AnswerForm form) {
        CompositeOperation composite = composite(resource, operation);
        if (composite != null) {
            return composed(composite, parameters, body, form);
        }
        Operation row = row(resource, operation);
        Map<String, Object> given = parameters.all();
        boolean expand = takesExpand(row, given);
        Arguments arguments = Arguments.bind(row, given, body, json);
        return expand ? expanded(row, arguments, form) : single(row, arguments, form);
    }

    /**
     * What the same call would send. Sends nothing.
     *
     * @throws WrongUsageException as the call itself would
     */
    OperationPreview preview(String resource, String operation, GivenValues parameters, Object body) {
        CompositeOperation composite = composite(resource, operation);
        if (composite == null) {
            Operation row = row(resource, operation);
            Map<String, Object> given = parameters.all();
            takesExpand(row, given);
            return OperationPreview.of(toCall(row, Arguments.bind(row, given, body, json)), row);
        }
        CompositeInput in = new CompositeBinding(composite, parameters, json).bind(body, AnswerForm.TREE);
        return OperationPreview.of(
                composite,
                in,
                parameters.all(),
                composite.fullName().equals(ApiOperations.CALL) ? ApiOperations.request(in) : null,
                PlanningOperations.of(composite)
                        .map(name -> composite(resource, name))
                        .orElse(null));
    }

    private Operation row(String resource, String operation) {
        return CATALOG.find(resource, operation).orElseThrow(() -> unknown(resource, operation));
    }

    private boolean takesExpand(Operation row, Map<String, Object> given) {
        return !row.lists().isEmpty() && isTrue(given.remove(EXPAND));
    }

    /** {@return the names of a resource's operations, composite ones first} */
    public Set<String> names(String resource) {
        Set<String> names =
                new TreeSet<>(composites.getOrDefault(resource, Map.of()).keySet());
        CATALOG.of(resource).forEach(each -> names.add(each.name()));
        return names;
    }

    /**
     * The parameters that a composite operation reads itself.
     *
     * @return empty for a row of the catalog, whose values are all sent, and if there is no such operation
     */
    public List<Parameter> localParameters(String resource, String operation) {
        CompositeOperation composite = composite(resource, operation);
        return composite == null ? List.of() : composite.parameters();
    }

    /**
     * The worst that an operation may do.
     *
     * @throws WrongUsageException if there is no such operation
     */
    public Risk risk(String resource, String operation) {
        CompositeOperation composite = composite(resource, operation);
        return composite != null ? composite.risk() : row(resource, operation).risk();
    }

    /** {@return the names of an operation's limits; none for a row of the catalog} */
    public Set<String> limits(String resource, String operation) {
        CompositeOperation composite = composite(resource, operation);
        return composite == null ? Set.of() : composite.limits();
    }

    /**
     * Whether an operation makes calls that need a signature.
     *
     * @return true also if it may call any route
     * @throws WrongUsageException if there is no such operation
     */
    public boolean isSigned(String resource, String operation) {
        CompositeOperation composite = composite(resource, operation);
        if (composite == null) {
            return !CATALOG.find(resource, operation)
                    .orElseThrow(() -> unknown(resource, operation))
                    .anonymous();
        }
        return composite
                .rows()
                .map(rows -> !rows.stream().allMatch(Operation::anonymous))
                .orElse(true);
    }

    private CompositeOperation composite(String resource, String operation) {
        return composites.getOrDefault(resource, Map.of()).get(operation);
    }

    /**
     * Checks that an operation exists.
     *
     * @throws WrongUsageException with the valid names and the most similar one
     */
    public void require(String resource, String operation) {
        if (!names(resource).contains(operation)) {
            throw unknown(resource, operation);
        }
    }

    private WrongUsageException unknown(String resource, String operation) {
        Set<String> names = names(resource);
        return new WrongUsageException(
                names.isEmpty()
                        ? "There is no resource \"" + resource + "\"" + Nearest.hint(resource, CATALOG.resources())
                        : "Resource " + resource + " has no operation \"" + operation + "\""
                                + Nearest.hint(operation, names));
    }

    private OperationAnswer composed(
            CompositeOperation composite, GivenValues parameters, Object body, AnswerForm form) {
        CompositeInput input = new CompositeBinding(composite, parameters, json).bind(body, form);
        Counted<Object> done = api.counted(() -> composite.act().apply(input));
        Object value = named(composite, input, done.value());
        if (value instanceof Listing<?> listing) {
            return new OperationAnswer(
                    composite.fullName(),
                    AnswerTypes.shaped(listing.found(), form),
                    null,
                    listing.callsMade(),
                    List.of(),
                    listing.missing(),
                    listing.expired());
        }
        if (value instanceof OperationAnswer answer) {
            return answer;
        }
        return new OperationAnswer(
                composite.fullName(),
                AnswerTypes.shaped(value, form),
                null,
                done.callsMade(),
                outcomes(value),
                List.of(),
                List.of());
    }

    /** A change does not say what it is about: the operation has that as its subject. */
    private static Object named(CompositeOperation composite, CompositeInput input, Object value) {
        if (value instanceof List<?> list
                && list.stream().anyMatch(each -> each instanceof PlanOutcome || each instanceof ExecutionResult)) {
            return list.stream().map(each -> named(composite, input, each)).toList();
        }
        if (value instanceof PlanOutcome plan) {
            return plan.of(input.domain(composite.subject()));
        }
        return value instanceof ExecutionResult result
                ? result.about(result.about().of(input.domain(composite.subject())))
                : value;
    }

    private static List<Outcome> outcomes(Object value) {
        List<?> all = value instanceof List<?> list ? list : Collections.singletonList(value);
        return all.stream()
                .filter(Outcome.class::isInstance)
                .map(Outcome.class::cast)
                .toList();
    }

    private OperationAnswer single(Operation row, Arguments arguments, AnswerForm form) {
        ApiAnswer answer = api.send(toCall(row, arguments));
        return new OperationAnswer(
                row.fullName(),
                AnswerTypes.read(answer, row.answer(), form),
                answer.queryId(),
                answer.callsMade(),
                List.of(),
                List.of(),
                List.of());
    }

    private OperationAnswer expanded(Operation row, Arguments arguments, AnswerForm form) {
        ListRequest request = ListRequest.of(row, values(arguments)).withQuery(query(arguments));
        Operation item = request.item();
        Listing<?> listing = api.list(request, AnswerTypes.of(item == null ? row.answer() : item.answer(), form));
        return new OperationAnswer(
                row.fullName(),
                listing.found(),
                null,
                listing.callsMade(),
                List.of(),
                listing.missing(),
                listing.expired());
    }

    private static ApiCall toCall(Operation row, Arguments arguments) {
        ApiCall call =
                ApiCall.of(row, values(arguments)).withQuery(query(arguments)).withBody(arguments.body());
        for (Map.Entry<String, String> header : arguments.headers().entrySet()) {
            call = call.withHeader(header.getKey(), header.getValue());
        }
        return call;
    }

    private static Object[] values(Arguments arguments) {
        return arguments.path().values().toArray();
    }

    private static List<QueryParameter> query(Arguments arguments) {
        if (arguments.query().isEmpty()) {
            return List.of();
        }
        List<QueryParameter> query = new ArrayList<>();
        arguments
                .query()
                .forEach((name, values) -> values.forEach(value -> query.add(new QueryParameter(name, value))));
        return query;
    }

    private boolean isTrue(Object value) {
        try {
            return value != null
                    && Boolean.TRUE.equals(new Values(json).checked(Parameter.wish(EXPAND, "boolean"), value));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException("parameter \"" + EXPAND + "\" " + e.getMessage() + "; nothing was sent");
        }
    }
}
