// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Camel Main configured as the component page says, with keys in plain text: none of them is shown anywhere. */
class SecretsTest {

    private static final List<String> SECRETS =
            List.of(OvhSandbox.APPLICATION_KEY, OvhSandbox.APPLICATION_SECRET, OvhSandbox.CONSUMER_KEY);
    private static final Pattern DOCUMENTED =
            Pattern.compile("\\[source,properties]\n----\n(.*?)\n----", Pattern.DOTALL);

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(2));

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private Level before;
    private Main main;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.INFO);
        Logger camel = (Logger) LoggerFactory.getLogger("org.apache.camel");
        camel.setLevel(Level.INFO);
        ((Logger) LoggerFactory.getLogger("io.github.camelovh")).setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        root.setLevel(before);
        ((Logger) LoggerFactory.getLogger("org.apache.camel")).setLevel(null);
        ((Logger) LoggerFactory.getLogger("io.github.camelovh")).setLevel(null);
        main.stop();
    }

    private void start(String uri) throws Exception {
        main = new Main();
        documented().forEach(main::addInitialProperty);
        main.addInitialProperty("camel.main.jmxEnabled", "true");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
        main.start();
    }

    /** The properties on the page, with the values of the environment's variables. */
    private static Map<String, String> documented() throws IOException {
        Matcher block = DOCUMENTED.matcher(Files.readString(ComponentPage.PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1)
                .lines()
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace(
                                "ovh-eu", OVH.sandbox().baseUrl().toString())
                        .replace("{{env:OVH_APPLICATION_KEY}}", OvhSandbox.APPLICATION_KEY)
                        .replace("{{env:OVH_APPLICATION_SECRET}}", OvhSandbox.APPLICATION_SECRET)
                        .replace("{{env:OVH_CONSUMER_KEY}}", OvhSandbox.CONSUMER_KEY)));
    }

    private String logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }

    /** {@return names and attributes of all of Camel's beans} */
    private List<String> managed() throws JMException {
        List<String> texts = new ArrayList<>();
        for (ObjectName name : beans.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            texts.add(name.toString());
            for (MBeanAttributeInfo each : beans.getMBeanInfo(name).getAttributes()) {
                if (each.isReadable()) {
                    texts.add(name + " " + each.getName() + "=" + attribute(name, each.getName()));
                }
            }
        }
        return texts;
    }

    private Object attribute(ObjectName name, String attribute) {
        try {
            return beans.getAttribute(name, attribute);
        } catch (JMException | RuntimeException e) {
            return e.toString();
        }
    }

    @Test
    void areInNoLogOfCamelMainNorInJmx() throws Exception {
        start("ovh-domain:domain?operation=list");

        assertThat(main.getCamelTemplate().requestBody("direct:in", (Object) null, List.class))
                .hasSize(2);
        assertThat(logged()).contains("Started route").doesNotContain(SECRETS);
        if (!main.getCamelContext().getVersion().startsWith("4.18.")) { // which prints no summary of such options
            assertThat(logged()).contains("camel.component.ovh-domain.consumer");
        }
        assertThat(managed()).noneMatch(text -> SECRETS.stream().anyMatch(text::contains));
        assertThat(main.getCamelContext().getComponent("ovh-domain").toString()).doesNotContain(SECRETS);
    }

    @Test
    void areMaskedEvenWhereAnEndpointUriHoldsThem() {
        assertThatThrownBy(() -> start("ovh-domain:domain?operation=list&applicationKey=" + OvhSandbox.APPLICATION_KEY
                        + "&applicationSecret=" + OvhSandbox.APPLICATION_SECRET + "&consumerKey="
                        + OvhSandbox.CONSUMER_KEY))
                .hasStackTraceContaining("belongs to an account")
                .satisfies(failure -> {
                    StringWriter trace = new StringWriter();
                    failure.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).doesNotContain(SECRETS);
                });

        assertThat(logged()).contains("Apache Camel").doesNotContain(SECRETS);
    }

    @Test
    void ofNamedAccountsAreInNoLog() throws Exception {
        main = new Main();
        List.of("application-key", "applicationSecret", "consumerKey", "access-token", "clientId", "clientSecret")
                .forEach(each -> main.addInitialProperty(
                        "camel.component.ovh-domain.accounts.shop." + each, "secret-value-of-" + each));
        main.start();

        assertThat(logged()).contains("accounts.shop.application").doesNotContain("secret-value-of");
    }

    @Test
    void jmxTellsCallsPaceAndClock() throws Exception {
        start("ovh-domain:domain?operation=list");
        ObjectName endpoint = beans.queryNames(new ObjectName("org.apache.camel:type=endpoints,*"), null).stream()
                .filter(name -> name.toString().contains("ovh-domain"))
                .findFirst()
                .orElseThrow();

        assertThat(attribute(endpoint, "CallsMade")).isEqualTo(0L);
        assertThat(attribute(endpoint, "ClockSkewSeconds")).isNull();
        main.getCamelTemplate().requestBody("direct:in", (Object) null);

        assertThat(attribute(endpoint, "CallsMade")).isEqualTo(OVH.sandbox().calls());
        assertThat(attribute(endpoint, "CallsPerSecondAllowed")).isEqualTo(20.0);
        assertThat(attribute(endpoint, "CallsInFlight")).isEqualTo(0);
        assertThat((Long) attribute(endpoint, "ClockSkewSeconds")).isBetween(-1L, 1L);
    }
}
