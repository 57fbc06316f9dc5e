// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Camel's security policy knows the options of this component that are secret or insecure. */
class SecurityPolicyTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(OvhDomainComponent.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Main main = new Main();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        main.stop();
    }

    private void start(boolean insecure) throws Exception {
        if (insecure) {
            main.addInitialProperty("camel.component.ovh-domain.insecure", "true");
        }
        main.addInitialProperty("camel.component.ovh-domain.access-token", "{{env:PATH}}");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("ovh-domain:domain?operation=list&lazyStartProducer=true");
            }
        });
        main.start();
    }

    @ParameterizedTest
    @CsvSource({
        "camel.main.profile, prod",
        "camel.security.policy, fail",
        "camel.security.insecureSslPolicy, fail",
        "camel.security.insecure-ssl-policy, fail"
    })
    void forbidsInsecure(String key, String value) {
        main.addInitialProperty(key, value);

        assertThatThrownBy(() -> start(true))
                .hasStackTraceContaining("Camel's security policy is 'fail'")
                .hasStackTraceContaining("keys and orders are then sent unencrypted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "applicationKey",
                "application-key",
                "applicationSecret",
                "application-secret",
                "consumerKey",
                "clientId",
                "client-secret",
                "accounts.shop.accessToken",
                "accounts.shop.applicationKey",
                "accounts.shop.application-secret",
                "accounts.shop.clientSecret"
            })
    void forbidsSecretsInPlainTextInProduction(String option) {
        main.addInitialProperty("camel.main.profile", "prod");
        main.addInitialProperty("camel.component.ovh-domain." + option, "in-plain-text");

        assertThatThrownBy(() -> start(false)).hasStackTraceContaining("Secret property is configured with plain-text");
    }

    @Test
    void keepsTheKeywordsThatWereSet() throws Exception {
        main.addInitialProperty("camel.main.additionalSensitiveKeywords", "myOwnWord");

        start(false);

        assertThat(main.getCamelContext().getCamelContextExtension().getAdditionalSensitiveKeywords())
                .isEqualTo("myOwnWord,applicationKey,applicationSecret");
    }

    @Test
    void warnsByDefault() throws Exception {
        start(true);

        assertThat(log.list).anyMatch(entry -> entry.getFormattedMessage().contains("sent unencrypted"));
    }

    @ParameterizedTest
    @CsvSource({
        "camel.security.insecureSslPolicy, allow",
        "camel.security.allowedProperties, camel.component.ovh-domain.insecure"
    })
    void isSilentWhereItIsAllowed(String key, String value) throws Exception {
        main.addInitialProperty("camel.main.profile", "prod");
        main.addInitialProperty(key, value);

        start(true);

        assertThat(log.list).noneMatch(entry -> entry.getFormattedMessage().contains("unencrypted"));
    }

    @Test
    void isNotAskedWithoutTheOption() throws Exception {
        main.addInitialProperty("camel.main.profile", "prod");

        start(false);

        assertThat(log.list).noneMatch(entry -> entry.getFormattedMessage().contains("unencrypted"));
    }

    @Test
    void theCatalogMarksSecretAndInsecureOptions() throws IOException {
        assertThat(marked("properties")).isEmpty();
        assertThat(marked("componentProperties"))
                .containsExactly(
                        "accessToken",
                        "applicationKey",
                        "applicationSecret",
                        "clientId",
                        "clientSecret",
                        "consumerKey",
                        "insecure:ssl insecure");
    }

    private static Set<String> marked(String group) throws IOException {
        Set<String> marked = new TreeSet<>();
        try (InputStream json = OvhDomainComponent.class.getResourceAsStream(
                "/META-INF/io/github/camelovh/domain/component/ovh-domain.json")) {
            JsonNode options = new ObjectMapper().readTree(json).path(group);
            options.properties().forEach(option -> {
                if (option.getValue().path("secret").asBoolean()) {
                    marked.add(option.getKey());
                }
                if (option.getValue().path("security").asText().equals("insecure:ssl")) {
                    marked.add("insecure:ssl " + option.getKey());
                }
            });
        }
        return marked;
    }
}
