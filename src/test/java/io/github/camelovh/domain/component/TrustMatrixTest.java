// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Parameter.Kind;
import io.github.camelovh.domain.component.LimitSamples.Sample;
import io.github.camelovh.domain.operation.CompositeOperation;
import io.github.camelovh.domain.operation.CompositeOperations;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each limit of each composite operation, by each way in which a message can carry it: none is loosened, each can be made stricter. */
class TrustMatrixTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CamelContext context = new DefaultCamelContext();
    private final Map<String, Integer> tried = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private ProducerTemplate template;

    /** A way into an operation. */
    private enum Way {
        MAP,
        JSON_TEXT,
        JSON_BYTES,
        JSON_STREAM,
        JSON_READER,
        HEADER,
        HEADER_AS_JSON,
        HEADER_IN_ANOTHER_CASE,
        TYPED_REQUEST
    }

    private static final Set<Way> BY_BODY =
            EnumSet.of(Way.MAP, Way.JSON_TEXT, Way.JSON_BYTES, Way.JSON_STREAM, Way.JSON_READER);

    @BeforeEach
    void start() {
        RecordingComponent.in(context);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void noWayIntoAnyOperationLoosensALimit() {
        int limits = 0;
        for (CompositeOperation operation : CompositeOperations.described()) {
            for (Parameter limit : operation.parameters()) {
                if (limit.kind() == Kind.LIMIT) {
                    limits++;
                    LimitSamples.of(limit).forEach(sample -> tryAll(operation, limit, sample));
                }
            }
        }

        System.out.printf(
                "Trust matrix: %d limits of %d composite operations; %s; %d wrong, %d of them looser%n",
                limits,
                CompositeOperations.described().size(),
                tried,
                wrong.size(),
                wrong.stream().filter(each -> each.startsWith("looser")).count());
        assertThat(wrong).isEmpty();
        assertThat(tried).hasSize(2 * Way.values().length);
    }

    private void tryAll(CompositeOperation operation, Parameter limit, Sample sample) {
        for (Way way : Way.values()) {
            for (Object value : sample.looser()) {
                answer(operation, limit, sample, way, value).ifPresent(answered -> {
                    count(way, "looser");
                    if (!(answered.getException() instanceof WrongUsageException refused)
                            || !refused.getMessage().contains(limit.name())
                            || !refused.getMessage().contains("was not begun")) {
                        wrong("looser", operation, limit, sample, way, value, answered);
                    }
                });
            }
            for (Object value : sample.stricter()) {
                answer(operation, limit, sample, way, value).ifPresent(answered -> {
                    count(way, "stricter");
                    boolean kept = answered.getException() == null && isKept(limit, way, value, answered.getMessage());
                    if (!kept) {
                        wrong("stricter", operation, limit, sample, way, value, answered);
                    }
                });
            }
        }
    }

    /** Whether the operation gets the message's value. A currency is part of an amount, and what a typed request owns may be written otherwise. */
    private static boolean isKept(Parameter limit, Way way, Object value, Message answered) {
        Object bound = answered.getBody(Map.class).get(limit.name());
        if (limit.name().equals("currency")) {
            return true;
        }
        boolean isOwnership = way == Way.TYPED_REQUEST && limit.type().equals("string[]");
        return isOwnership ? bound != null : LimitSamples.bound(limit, value).equals(bound);
    }

    private void count(Way way, String what) {
        tried.merge(way + " " + what, 1, Integer::sum);
    }

    private void wrong(
            String what,
            CompositeOperation operation,
            Parameter limit,
            Sample sample,
            Way way,
            Object value,
            Exchange answered) {
        wrong.add(what + " " + operation.fullName() + " " + limit.name() + " " + sample.operators() + " by " + way
                + " with " + value
                + ": "
                + (answered.getException() == null ? answered.getMessage().getBody() : answered.getException()));
    }

    /** {@return how the call ended; empty if the limit cannot come this way} */
    private Optional<Exchange> answer(
            CompositeOperation operation, Parameter limit, Sample sample, Way way, Object value) {
        Optional<Object> typed =
                way == Way.TYPED_REQUEST ? LimitSamples.typed(operation.fullName(), limit, value) : Optional.empty();
        boolean byBody = BY_BODY.contains(way);
        boolean sendsBody =
                operation.parameters().stream().anyMatch(each -> each.name().equals("body"));
        boolean isObject = limit.type().equals("object") && way != Way.MAP && way != Way.HEADER;
        if ((byBody && sendsBody) || isObject || (way == Way.TYPED_REQUEST && typed.isEmpty())) {
            return Optional.empty();
        }
        OvhDomainEndpoint endpoint = context.getEndpoint(
                "ovh-domain:" + operation.resource() + "?operation=" + operation.name(), OvhDomainEndpoint.class);
        Map<String, Object> operators = new HashMap<>();
        if (typed.isEmpty()) {
            operation.parameters().stream()
                    .filter(each -> each.required() && !each.name().equals(limit.name()))
                    .forEach(each -> operators.put(each.name(), LimitSamples.filling(each)));
        }
        operators.putAll(sample.operators());
        endpoint.setParameters(operators);
        return Optional.of(template.request(endpoint, exchange -> give(exchange, way, limit, value, typed)));
    }

    private static void give(Exchange exchange, Way way, Parameter limit, Object value, Optional<Object> typed)
            throws Exception {
        Map<String, Object> values = Map.of(limit.name(), value);
        String json = limit.type().equals("object") ? "" : JSON.writeValueAsString(values);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        switch (way) {
            case MAP -> exchange.getMessage().setBody(values);
            case JSON_TEXT -> exchange.getMessage().setBody(json);
            case JSON_BYTES -> exchange.getMessage().setBody(bytes);
            case JSON_STREAM -> exchange.getMessage().setBody(new ByteArrayInputStream(bytes));
            case JSON_READER -> exchange.getMessage().setBody(new StringReader(json));
            case HEADER -> exchange.getMessage().setHeader("CamelOvhDomainParameters", values);
            case HEADER_AS_JSON -> exchange.getMessage().setHeader("CamelOvhDomainParameters", json);
            case HEADER_IN_ANOTHER_CASE -> exchange.getMessage().setHeader("camelovhDOMAINparameters", values);
            case TYPED_REQUEST -> exchange.getMessage().setBody(typed.orElseThrow());
        }
    }
}
