// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.operation.OperationAnswer;
import io.github.camelovh.domain.operation.OperationCaller;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.DefaultProducer;

/**
 * Calls one operation per message. Thread-safe. It blocks its caller until the answer is there, as the HTTP client
 * does. The route decides how many calls run in parallel.
 */
final class OvhDomainProducer extends DefaultProducer {

    private final OvhDomainEndpoint endpoint;

    OvhDomainProducer(OvhDomainEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        OperationCaller caller = endpoint.caller();
        String resource = endpoint.getResource().name();
        String operation = operation(message);
        OperationAnswer answer = caller.call(
                resource,
                operation,
                parameters(exchange, operation),
                body(message),
                endpoint.getConfiguration().getAnswerForm());
        message.setBody(answer.value());
        set(exchange, OvhDomainConstants.CALLED_OPERATION, answer.operation());
        set(exchange, OvhDomainConstants.QUERY_ID, answer.queryId());
        set(exchange, OvhDomainConstants.CALLS_MADE, answer.callsMade());
        set(exchange, OvhDomainConstants.MISSING, answer.missing().isEmpty() ? null : answer.missing());
        set(exchange, OvhDomainConstants.EXPIRED, answer.expired().isEmpty() ? null : answer.expired());
        set(exchange, OvhDomainConstants.OUTCOME, answer.outcome());
    }

    private String operation(Message message) {
        Object named = read(message, OvhDomainConstants.OPERATION);
        if (named != null && !named.toString().isBlank()) {
            return named.toString().strip();
        }
        if (endpoint.getConfiguration().getOperation() != null) {
            return endpoint.getConfiguration().getOperation();
        }
        if (endpoint.getResource() == OvhDomainResource.order) {
            return "create";
        }
        if (endpoint.getResource() == OvhDomainResource.transfer) {
            return "start";
        }
        throw new WrongUsageException("ovh-domain:" + endpoint.getResource()
                + " needs the option operation, or the header " + OvhDomainConstants.OPERATION + ". Accepted: "
                + String.join(
                        ", ", endpoint.caller().names(endpoint.getResource().name())));
    }

    private Map<String, Object> parameters(Exchange exchange, String operation) {
        List<Parameter> local =
                endpoint.caller().localParameters(endpoint.getResource().name(), operation);
        Map<String, Object> named = named(exchange.getMessage());
        if (local.isEmpty() && named.isEmpty()) {
            return endpoint.getParameters();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        local.forEach(each -> values.put(each.name(), endpoint.preset(each.name())));
        values.putAll(endpoint.getParameters());
        values.putAll(named);
        return values;
    }

    private Map<String, Object> named(Message message) {
        Object given = read(message, OvhDomainConstants.PARAMETERS);
        if (given == null) {
            return Map.of();
        }
        if (given instanceof CharSequence text) {
            given = object(text.toString());
        }
        if (!(given instanceof Map<?, ?> map)) {
            throw new WrongUsageException("The header " + OvhDomainConstants.PARAMETERS
                    + " must be a map or a JSON object; nothing was sent");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    private static Object object(String text) {
        try {
            return ApiJson.mapper().readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return null; // the caller's exception says what was expected; the parser's message would quote the values
        }
    }

    private Object read(Message message, String header) {
        Object value = message.getHeader(header);
        return value == null
                        || endpoint.getHeaderFilterStrategy()
                                .applyFilterToCamelHeaders(header, value, message.getExchange())
                ? null
                : value;
    }

    private void set(Exchange exchange, String header, Object value) {
        Message message = exchange.getMessage();
        if (value == null) {
            message.removeHeader(header); // headers of an earlier call must not be taken for headers of this call
        } else if (!endpoint.getHeaderFilterStrategy().applyFilterToExternalHeaders(header, value, exchange)) {
            message.setHeader(header, value);
        }
    }

    /** Opens Camel's own wrappers; the operation reads everything else. */
    private static Object body(Message message) {
        Object body = message.getBody();
        return body instanceof StreamCache || body instanceof WrappedFile || body instanceof File
                ? message.getBody(byte[].class)
                : body;
    }
}
