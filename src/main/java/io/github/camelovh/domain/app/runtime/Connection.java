// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.component.OvhDomainConstants;
import io.github.camelovh.domain.component.OvhDomainEndpoint;
import io.github.camelovh.domain.rules.Rule;
import io.github.camelovh.domain.rules.Rules;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** The component alone, without ledger and workflows: for single calls. To be closed. */
public final class Connection implements AutoCloseable {
    private final Main main;

    private Connection(Main main) {
        this.main = main;
    }

    /** Connects with the settings of the component that are among these. */
    public static Connection open(Properties properties) throws Exception {
        Main main = Workflows.none(properties);
        main.start();
        return new Connection(main);
    }

    /**
     * Calls one operation.
     *
     * @param resource such as {@code domain}
     * @param operation such as {@code get}
     * @param parameters values by name
     * @param body JSON text; null for none
     * @return the answer as a JSON tree or null
     * @throws Exception what the component said
     */
    public Object call(String resource, String operation, Map<String, Object> parameters, String body)
            throws Exception {
        try (ProducerTemplate template = main.getCamelContext().createProducerTemplate()) {
            Exchange answered = template.request(
                    "ovh-domain:" + resource + "?operation=" + operation + "&answerForm=TREE", exchange -> {
                        exchange.getMessage().setBody(body);
                        exchange.getMessage().setHeader(OvhDomainConstants.PARAMETERS, parameters);
                    });
            if (answered.getException() != null) {
                throw answered.getException();
            }
            return answered.getMessage().getBody();
        }
    }

    /**
     * What the registry of a name wants; one call.
     *
     * @param action create, transfer, trade or update
     */
    public Rule rule(DomainName name, String action) {
        return new Rules(api(), System::nanoTime).rule(name, action);
    }

    OvhApi api() {
        return main.getCamelContext()
                .getEndpoint("ovh-domain:api?operation=call", OvhDomainEndpoint.class)
                .api();
    }

    @Override
    public void close() {
        main.stop();
    }
}
