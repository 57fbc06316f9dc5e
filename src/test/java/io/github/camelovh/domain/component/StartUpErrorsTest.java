// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelovh.domain.api.CredentialsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that stop the start, and their messages. No server is needed: nothing is sent. */
class StartUpErrorsTest {

    private static final String SECRET = "do-not-show-this-secret";

    private final CamelContext context = new DefaultCamelContext();
    private AccountConfiguration options;

    @BeforeEach
    void setKeys() {
        options = context.getComponent("ovh-domain", OvhDomainComponent.class).getDefaultAccount();
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
                "ovh-domain:order?autoPay=false&paymentMethod=3 | nothing is paid",
                "ovh-domain:task?operation=get&opration=list | no option \"opration\"; did you mean \"operation\"?",
                "ovh-domain:task?operation=get&operation=list | The option operation is there more than once",
                "ovh-domain:task?operation=get&account=shop | There is no account \"shop\". No account has a name yet",
            })
    void saysWhatWouldHaveBeenRight(String uri, String why) {
        Throwable failure = startWith(uri);

        assertThat(failure).as("start with %s", uri).isNotNull();
        assertThat(failure).hasStackTraceContaining(why);
        assertThat(trace(failure)).doesNotContain(SECRET);
    }

    static Stream<Arguments> wrongAccounts() {
        Map<String, Consumer<AccountConfiguration>> all = new LinkedHashMap<>();
        all.put("pageSize must be 1 to 5000", account -> account.setPageSize(0));
        all.put("both host and port", account -> account.setProxyHost("proxy"));
        all.put("would send keys and orders unencrypted", account -> account.setRegion("http://api.example/1.0"));
        all.put("two kinds of credentials mixed in the component", account -> account.setAccessToken("a-token"));
        all.put("The account has no consumer_key: the component only has", account -> account.setConsumerKey(null));
        all.put("Set camel.component.ovh-domain.consumerKey", account -> account.setConsumerKey(null));
        return all.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAccounts")
    void saysWhatIsWrongWithTheAccount(String why, Consumer<AccountConfiguration> change) {
        change.accept(options);

        assertThat(startWith("ovh-domain:task?operation=list"))
                .isNotNull()
                .hasStackTraceContaining(why)
                .satisfies(failure -> assertThat(trace(failure)).doesNotContain(SECRET, "a-consumer-key", "a-token"));
    }

    @Test
    void lazyStartProducerDefersMissingKeysToTheFirstMessage() {
        options.setConsumerKey(null);

        assertThat(startWith("ovh-domain:task?operation=list&lazyStartProducer=true"))
                .isNull();
        assertThat(context.createProducerTemplate()
                        .request("direct:in", exchange -> {})
                        .getException())
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("The account has no consumer_key");
    }

    @ParameterizedTest
    @CsvSource({"api?operation=createCredential", "rules?operation=get", "order?operation=getCatalog"})
    void callsWithoutASignatureNeedNoConsumerKey(String operation) {
        options.setConsumerKey(null);

        assertThat(startWith("ovh-domain:" + operation)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region",
                "tokenUrl",
                "applicationKey",
                "applicationSecret",
                "consumerKey",
                "clientId",
                "clientSecret",
                "accessToken",
                "insecure",
                "proxyHost",
                "proxyPort",
                "callsPerSecond",
                "maxInFlight",
                "connectTimeout",
                "responseTimeout",
                "deadline",
                "pageSize",
                "batchSize",
                "sslContextParameters",
                "httpClientConfigurer",
                "ovhSubsidiary",
                "REGION",
                "token-url"
            })
    void tellsWhereAnOptionOfTheAccountBelongs(String option) {
        assertThat(startWith("ovh-domain:task?operation=list&" + option + "=" + SECRET))
                .hasStackTraceContaining("The option " + option + " belongs to an account")
                .hasStackTraceContaining("camel.component.ovh-domain." + option)
                .hasStackTraceContaining("camel.component.ovh-domain.accounts.NAME." + option)
                .hasStackTraceContaining("account=NAME");
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
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
    void refusesTwoPacesForTheSameCredentials() {
        OvhDomainComponent component = context.getComponent("ovh-domain", OvhDomainComponent.class);
        AccountConfiguration twin = component.getAccounts().named("twin");
        twin.setRegion(options.getRegion());
        twin.setApplicationKey(options.getApplicationKey());
        twin.setApplicationSecret(options.getApplicationSecret());
        twin.setConsumerKey(options.getConsumerKey());
        twin.setCallsPerSecond(3);
        startWith("ovh-domain:task?operation=list");

        assertThatThrownBy(() -> context.getEndpoint("ovh-domain:task?operation=list&account=twin")
                        .createProducer()
                        .start())
                .hasStackTraceContaining("Two accounts have the same credentials");
    }

    @Test
    void keepsSecretsOutOfUrisAndTexts() {
        Throwable failure = startWith("ovh-domain:task?operation=list&applicationSecret=" + SECRET);
        Throwable other = startWith("ovh-domain:task?operation=list&applicationKey=" + SECRET);

        assertThat(trace(failure)).contains("belongs to an account").doesNotContain(SECRET);
        assertThat(trace(other)).contains("belongs to an account").doesNotContain(SECRET);
    }
}
