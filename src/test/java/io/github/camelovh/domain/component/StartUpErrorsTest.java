// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that stop the start, and their messages. No server is needed: nothing is sent. */
class StartUpErrorsTest {

    private static final String SECRET = "do-not-show-this-secret";

    private final CamelContext context = new DefaultCamelContext();
    private OvhDomainConfiguration options;

    @BeforeEach
    void setKeys() {
        options = context.getComponent("ovh-domain", OvhDomainComponent.class).getConfiguration();
        options.setRegion("http://127.0.0.1:9/1.0");
        options.setApplicationKey("an-application-key");
        options.setApplicationSecret(SECRET);
        options.setConsumerKey("a-consumer-key");
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    private Throwable startWith(String uri) {
        return catchThrowable(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to(uri);
                }
            });
            context.start();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ovh-domain:domains?operation=list | did you mean \"domain\"?",
                "ovh-domain:domain?operation=lits | did you mean \"list\"?",
                "ovh-domain:order?operation=buy | Accepted: addCoupon",
                "ovh-domain:task?operation=get&pageSize=0 | pageSize must be 1 to 5000",
                "ovh-domain:task?operation=get&proxyHost=proxy | both host and port",
                "ovh-domain:order?autoPay=false&paymentMethod=3 | nothing is paid",
                "ovh-domain:task?operation=get&region=http://api.example/1.0 | would send keys and orders unencrypted",
                "ovh-domain:task?operation=get&accessToken=a-token | Two kinds of credentials are mixed",
                "ovh-domain:task?operation=get&opration=list | opration",
            })
    void saysWhatWouldHaveBeenRight(String uri, String why) {
        Throwable failure = startWith(uri);

        assertThat(failure).as("start with %s", uri).isNotNull();
        assertThat(failure).hasStackTraceContaining(why);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET);
    }

    @Test
    void listsThePlacesWhereItLookedForKeys() {
        options.setApplicationKey(null);
        options.setApplicationSecret(null);
        options.setConsumerKey(null);

        assertThat(startWith("ovh-domain:task?operation=list"))
                .hasStackTraceContaining("No credentials for OVHcloud were found")
                .hasStackTraceContaining("the environment");
    }

    @Test
    void readsChangesOnlyOfTasksOrdersAndZones() {
        assertThatThrownBy(() -> {
                    context.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("ovh-domain:renewal").to("mock:out");
                        }
                    });
                    context.start();
                })
                .hasStackTraceContaining("only task, transfer, order and dns report changes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authCode", "token", "config.AUTH_INFO", "config.PROTECTED_CODE"})
    void masksWhatIsSecretOfATransferInUris(String parameter) {
        context.start();
        Endpoint endpoint =
                context.getEndpoint("ovh-domain:transfer?operation=start&param." + parameter + "=" + SECRET);

        assertThat(endpoint.toString()).doesNotContain(SECRET);
        assertThat(URISupport.sanitizeUri(endpoint.getEndpointUri())).doesNotContain(SECRET);
    }

    @Test
    void refusesTwoPacesForOneAccount() {
        context.start();
        context.getEndpoint("ovh-domain:task?operation=list");

        assertThatThrownBy(() -> context.getEndpoint("ovh-domain:task?operation=list&callsPerSecond=3"))
                .hasStackTraceContaining("set them on the component");
    }

    @Test
    void keepsSecretsOutOfUrisAndTexts() {
        context.start();
        Endpoint endpoint = context.getEndpoint("ovh-domain:task?operation=list&applicationSecret=" + SECRET
                + "&applicationKey=" + SECRET + "&consumerKey=" + SECRET);

        assertThat(endpoint.toString()).doesNotContain(SECRET);
        assertThat(URISupport.sanitizeUri(endpoint.getEndpointUri())).doesNotContain(SECRET);
        assertThat(((OvhDomainEndpoint) endpoint).api().settings().toString()).doesNotContain(SECRET);
    }
}
