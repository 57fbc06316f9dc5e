// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.SendDynamicAware;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/**
 * Refuses a {@code toD} whose URI got options from the message: with {@code param.serviceName=${body}}, a body such as {@code
 * a.com&account=other} would add some. Only options that the route names are accepted; their values may come from the message. Camel
 * asks this class before it creates the endpoint, and finds it by a file in {@code META-INF/services/org/apache/camel/send-dynamic}.
 */
public final class OvhDomainSendDynamicAware extends ServiceSupport implements SendDynamicAware {

    private static final Pattern NAME = Pattern.compile("[?&]([^=&?]+)=");

    private CamelContext context;
    private String scheme;

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        context = camelContext;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public void setScheme(String scheme) {
        this.scheme = scheme;
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    /**
     * Checks the names of the options.
     *
     * @param uri with the message's text in it
     * @param originalUri as the route has it
     * @return null: the endpoint of the URI is used as it is
     * @throws IllegalArgumentException if an option is not in the route
     */
    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        Set<String> named = NAME.matcher(context.resolvePropertyPlaceholders(originalUri))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        for (String name : options(uri).keySet()) {
            if (!named.contains(name)) {
                throw new IllegalArgumentException("The message added the option " + name + " to toD(\""
                        + URISupport.sanitizeUri(originalUri)
                        + "\"), because text of it became part of the URI. Nothing was"
                        + " sent. Give values of messages in the header " + OvhDomainConstants.PARAMETERS
                        + ", with \"to\"");
            }
        }
        return null;
    }

    private static Map<String, Object> options(String uri) throws URISyntaxException {
        return URISupport.parseQuery(StringHelper.after(uri, "?", ""), false, true);
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }
}
