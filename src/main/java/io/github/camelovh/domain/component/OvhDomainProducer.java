// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.operation.GivenValues;
import io.github.camelovh.domain.operation.OperationAnswer;
import io.github.camelovh.domain.operation.OperationCaller;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.io.InputStream;
import java.io.Reader;
import java.util.LinkedHashMap;
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
    protected void doStart() throws Exception {
        connect();
        super.doStart();
    }

    private void connect() {
        endpoint.connect(endpoint.choice().isSigned(endpoint.getComponent().described()));
    }

    @Override
    public void process(Exchange exchange) {
        connect(); // Camel does not start a producer that work in progress asks for while the context stops
        Message message = exchange.getMessage();
        OperationCaller caller = endpoint.caller();
        String resource = endpoint.getResource().name();
        Object wanted = taken(message, OvhDomainConstants.OPERATION);
        Object named = taken(message, OvhDomainConstants.PARAMETERS);
        String operation = endpoint.choice().of(text(wanted), caller);
        OperationAnswer answer = caller.call(
                resource,
                operation,
                new GivenValues(
                        operators(operation),
                        named(named),
                        endpoint.getConfiguration().isLimitsFromMessage()),
                body(message),
                endpoint.getConfiguration().getAnswerForm());
        endpoint.throwOn().check(answer);
        message.setBody(answer.value());
        set(exchange, OvhDomainConstants.CALLED_OPERATION, answer.operation());
        set(exchange, OvhDomainConstants.QUERY_ID, answer.queryId());
        set(exchange, OvhDomainConstants.CALLS_MADE, answer.callsMade());
        set(exchange, OvhDomainConstants.MISSING, answer.missing().isEmpty() ? null : answer.missing());
        set(exchange, OvhDomainConstants.EXPIRED, answer.expired().isEmpty() ? null : answer.expired());
        set(exchange, OvhDomainConstants.OUTCOME, kind(answer));
    }

    private static String kind(OperationAnswer answer) {
        return answer.outcomes().size() == 1 ? answer.outcomes().get(0).outcome() : null;
    }

    private static String text(Object header) {
        return header == null || header.toString().isBlank()
                ? null
                : header.toString().strip();
    }

    /** The options that are also parameters of a composite operation, and those with {@code param.}, which come before them. */
    private Map<String, Object> operators(String operation) {
        Map<String, Object> values = new LinkedHashMap<>();
        endpoint.caller()
                .localParameters(endpoint.getResource().name(), operation)
                .forEach(each -> values.put(each.name(), endpoint.preset(each.name())));
        values.putAll(endpoint.getParameters());
        return values;
    }

    private static Map<String, Object> named(Object header) {
        if (header == null) {
            return Map.of();
        }
        Object given = header instanceof CharSequence text ? object(text.toString()) : header;
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

    /**
     * Reads a header that controls this call and takes it off the message, so that the next endpoint does not obey it too, and no log
     * shows a code in it. A redelivery by Camel's error handler has it again: it begins with a copy of the message as it was before.
     */
    private Object taken(Message message, String header) {
        Object value = message.getHeader(header);
        if (value == null
                || endpoint.getHeaderFilterStrategy().applyFilterToCamelHeaders(header, value, message.getExchange())) {
            return null;
        }
        message.removeHeader(header);
        return value;
    }

    private void set(Exchange exchange, String header, Object value) {
        Message message = exchange.getMessage();
        if (value == null) {
            message.removeHeader(header); // headers of an earlier call must not be taken for headers of this call
        } else if (!endpoint.getHeaderFilterStrategy().applyFilterToExternalHeaders(header, value, exchange)) {
            message.setHeader(header, value);
        }
    }

    /** Opens Camel's own wrappers, as streams, so that nothing large is read whole; the operation reads everything else. */
    private static Object body(Message message) {
        Object body = message.getBody();
        boolean isWrapped = body instanceof WrappedFile || (body instanceof StreamCache && !(body instanceof Reader));
        return isWrapped ? message.getBody(InputStream.class) : body;
    }
}
