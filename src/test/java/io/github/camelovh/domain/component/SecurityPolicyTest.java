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

    private void start(String option) throws Exception {
        main.addInitialProperty("camel.component.ovh-domain.access-token", "{{env:PATH}}");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("ovh-domain:domain?operation=list&lazyStartProducer=true" + option);
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
    void forbidsInsecureOnAnEndpoint(String key, String value) {
        main.addInitialProperty(key, value);

        assertThatThrownBy(() -> start("&insecure=true"))
                .hasStackTraceContaining("Camel's security policy is 'fail'")
                .hasStackTraceContaining("keys and orders are then sent unencrypted");
    }

    @Test
    void forbidsInsecureOnTheComponent() {
        main.addInitialProperty("camel.main.profile", "prod");
        main.addInitialProperty("camel.component.ovh-domain.insecure", "true");

        assertThatThrownBy(() -> start("")).hasStackTraceContaining("Camel's security policy is 'fail'");
    }

    @Test
    void warnsByDefault() throws Exception {
        start("&insecure=true");

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

        start("&insecure=true");

        assertThat(log.list).noneMatch(entry -> entry.getFormattedMessage().contains("unencrypted"));
    }

    @Test
    void isNotAskedWithoutTheOption() throws Exception {
        main.addInitialProperty("camel.main.profile", "prod");

        start("");

        assertThat(log.list).noneMatch(entry -> entry.getFormattedMessage().contains("unencrypted"));
    }

    @ParameterizedTest
    @CsvSource({"componentProperties", "properties"})
    void theCatalogMarksSecretAndInsecureOptions(String group) throws IOException {
        Set<String> secret = new TreeSet<>();
        Set<String> insecure = new TreeSet<>();
        try (InputStream json = OvhDomainComponent.class.getResourceAsStream(
                "/META-INF/io/github/camelovh/domain/component/ovh-domain.json")) {
            JsonNode options = new ObjectMapper().readTree(json).path(group);
            options.properties().forEach(option -> {
                if (option.getValue().path("secret").asBoolean()) {
                    secret.add(option.getKey());
                }
                if (option.getValue().path("security").asText().equals("insecure:ssl")) {
                    insecure.add(option.getKey());
                }
            });
        }

        assertThat(secret)
                .containsExactly(
                        "accessToken",
                        "applicationKey",
                        "applicationSecret",
                        "clientId",
                        "clientSecret",
                        "consumerKey");
        assertThat(insecure).containsExactly("insecure");
    }
}
