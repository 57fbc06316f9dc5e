// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.endpoint;

import io.github.camelovh.domain.component.OvhDomainConstants;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;

/**
 * Calls operations by the component's endpoints, outside of routes. What the component refuses or OVHcloud answers with an
 * error comes as the component threw it. Thread-safe.
 */
public final class Endpoints {
    /** What the application itself asks for has the limits that its operator set or approved. */
    private static final String TRUSTED = "&limitsFromMessage=true";

    private final Supplier<CamelContext> context;
    private ProducerTemplate template;

    /** @param context asked at the first call; started by then */
    public Endpoints(Supplier<CamelContext> context) {
        this.context = context;
    }

    /** As {@link #call(String, String, Map, Object)}, without a body. */
    public EndpointAnswer call(String resource, String operation, Map<String, ?> parameters) {
        return call(resource, operation, parameters, null);
    }

    /**
     * Calls one operation.
     *
     * @param resource such as {@code domain}
     * @param operation such as {@code get}
     * @param parameters values by name
     * @param body the typed request of the operation, or whatever else it takes; null for none
     * @return records, where the operation has a record for its answer
     * @throws io.github.camelovh.domain.api.OvhApiException if OVHcloud refuses or does not answer
     * @throws io.github.camelovh.domain.operation.WrongUsageException if the component refuses; nothing was sent
     */
    public EndpointAnswer call(String resource, String operation, Map<String, ?> parameters, Object body) {
        return send("ovh-domain:" + resource + "?operation=" + operation + TRUSTED, parameters, body);
    }

    /** As {@link #call(String, String, Map, Object)}; gives a JSON tree with every member that the API sent. */
    public EndpointAnswer tree(String resource, String operation, Map<String, ?> parameters, Object body) {
        return send(
                "ovh-domain:" + resource + "?operation=" + operation + TRUSTED + "&answerForm=TREE", parameters, body);
    }

    private EndpointAnswer send(String uri, Map<String, ?> parameters, Object body) {
        Exchange answered = template().request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(OvhDomainConstants.PARAMETERS, parameters);
        });
        Exception failure = answered.getException();
        if (failure != null) {
            throw failure instanceof RuntimeException known ? known : new RuntimeCamelException(failure);
        }
        Message message = answered.getMessage();
        return new EndpointAnswer(
                message.getBody(),
                message.getHeader(OvhDomainConstants.CALLS_MADE, 0, Integer.class),
                ids(message, OvhDomainConstants.MISSING),
                ids(message, OvhDomainConstants.EXPIRED));
    }

    @SuppressWarnings("unchecked") // the component sets a list of texts
    private static List<String> ids(Message message, String header) {
        return message.getHeader(header, List.of(), List.class);
    }

    private synchronized ProducerTemplate template() {
        if (template == null) {
            template = context.get().createProducerTemplate();
        }
        return template;
    }
}
