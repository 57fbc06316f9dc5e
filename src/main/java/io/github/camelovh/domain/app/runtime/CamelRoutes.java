// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.action.RouteCaller;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;

/** The routes of a Camel context. Thread-safe; what it opens ends with the context. */
final class CamelRoutes implements RouteCaller {
    private final Supplier<CamelContext> context;
    private final Lazy<ProducerTemplate> template;

    /** @param context asked once it runs */
    CamelRoutes(Supplier<CamelContext> context) {
        this.context = context;
        this.template = new Lazy<>(() -> context.get().createProducerTemplate());
    }

    @Override
    public Object request(String route, Object body) {
        if (!has(route)) {
            throw new IllegalStateException("There is no route that begins with direct:" + route
                    + ", so its rows were left as they are. Put back the file in routes/ that had it");
        }
        Exchange answered = template.get()
                .request("direct:" + route, sent -> sent.getMessage().setBody(body));
        if (answered.getException() != null) {
            throw thrown(route, answered.getException());
        }
        return answered.getMessage().getBody();
    }

    /** What a step threw: Camel wraps it on some ways out. */
    private static RuntimeException thrown(String route, Exception given) {
        Exception thrown = given;
        while ((thrown instanceof RuntimeCamelException || thrown instanceof CamelExchangeException)
                && thrown.getCause() instanceof Exception cause) {
            thrown = cause;
        }
        return thrown instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("Route direct:" + route + " failed: " + thrown.getMessage(), thrown);
    }

    @Override
    public boolean has(String route) {
        String begin = "direct://" + route;
        return context.get().getRoutes().stream()
                .anyMatch(each -> each.getEndpoint().getEndpointUri().equals(begin));
    }
}
