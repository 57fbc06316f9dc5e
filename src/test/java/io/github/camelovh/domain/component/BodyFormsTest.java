// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A body means the same in each form, and none is ignored where something is changed. */
class BodyFormsTest {
    private static final String QUOTE = "ovh-domain:order?operation=quote";
    private static final String LOCK = "ovh-domain:domain?operation=lock";
    private static final int TOO_LARGE = 20_000_001;

    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @TempDir
    private Path folder;

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

    private Exchange send(String uri, Object body) {
        return template.request(uri, exchange -> exchange.getMessage().setBody(body));
    }

    private void assertRefused(String uri, Object body, String... words) {
        Exchange answered = send(uri, body);
        assertThat(answered.getException()).as("%s with %s", uri, body).isInstanceOf(WrongUsageException.class);
        assertThat(answered.getException().getMessage()).contains(words);
    }

    private List<Object> forms(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(Files.createTempFile(folder, "body", ".txt"), bytes);
        return new ArrayList<>(List.of(
                text,
                CharBuffer.wrap(text),
                bytes,
                new ByteArrayInputStream(bytes),
                new StringReader(text),
                file,
                file.toFile(),
                new InputStreamCache(bytes)));
    }

    @Test
    void aNameComesInEachForm() throws Exception {
        List<Object> all = forms(" a-name.fr\n");
        all.add(DomainName.of("a-name.fr"));
        all.add(TextNode.valueOf("a-name.fr"));

        for (Object body : all) {
            Map<?, ?> values = send(QUOTE, body).getMessage().getBody(Map.class);
            assertThat(values.get("domain")).as("%s", body.getClass()).isEqualTo("a-name.fr");
        }
    }

    @Test
    void valuesByNameComeInEachForm() throws Exception {
        String json =
                "{\"domain\": \"a.fr\", \"duration\": \"P2Y\", \"config\": {\"OWNER_LEGAL_AGE\": true}, \"action\": null}";
        List<Object> all = forms(json);
        all.add(new ObjectMapper().readTree(json));
        all.add(new ObjectMapper().readValue(json, Map.class));

        for (Object body : all) {
            assertThat(send(QUOTE, body).getMessage().getBody(Map.class))
                    .as("%s", body.getClass())
                    .isEqualTo(
                            Map.of("domain", "a.fr", "duration", "P2Y", "config", Map.of("OWNER_LEGAL_AGE", "true")));
        }
        for (Object body : forms("{\"domain\": \"a.fr\", \"durations\": \"P2Y\"}")) {
            assertRefused(QUOTE, body, "unknown parameter \"durations\"");
        }
    }

    @Test
    void aFileOfACamelRouteIsReadAsItsText() throws Exception {
        Files.writeString(folder.resolve("name.txt"), "from-a-file.fr\n");
        MockEndpoint quoted = context.getEndpoint("mock:quoted", MockEndpoint.class);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?noop=true&initialDelay=0&delay=50")
                        .to(QUOTE)
                        .to("mock:quoted");
            }
        });
        quoted.expectedMessageCount(1);

        MockEndpoint.assertIsSatisfied(20, TimeUnit.SECONDS, quoted);
        assertThat(quoted.getExchanges().get(0).getMessage().getBody(Map.class).get("domain"))
                .isEqualTo("from-a-file.fr");
    }

    @Test
    void whereSomethingIsChangedABodyThatNothingReadsIsAnError() throws Exception {
        String uri = LOCK + "&param.serviceName=a.fr";
        List<Object> all = forms("b.fr");
        all.addAll(List.of(5, List.of("b.fr"), new String[] {"b.fr"}, DomainName.of("b.fr"), "[\"b.fr\"]"));

        for (Object body : all) {
            assertRefused(uri, body, "domain:lock was not begun", "nothing reads it", "remove it");
        }
        for (Object nothing : new Object[] {null, "", "  \n", new byte[0], new ByteArrayInputStream(new byte[0])}) {
            assertThat(send(uri, nothing).getException()).isNull();
        }
    }

    /** Camel passes bodies on; what reads changes nothing by that. */
    @Test
    void whereNothingIsChangedABodyMayBeLeftOver() {
        assertThat(send(QUOTE + "&param.domain=a.fr", "b.fr").getMessage().getBody(Map.class))
                .isEqualTo(Map.of("domain", "a.fr"));
        assertThat(send("ovh-domain:contact?operation=listOwners", new byte[TOO_LARGE])
                        .getException())
                .isNull();
        assertThat(send(LOCK + "&param.serviceName=a.fr", new Object()).getException())
                .as("an object of an earlier step")
                .isNull();
        assertRefused(QUOTE + "&param.domain=a.fr", Map.of("unknown", 1), "unknown parameter");
    }

    @Test
    void aBodyThatIsNoValueOfTheParameterIsNamed() {
        assertRefused(LOCK, List.of("a.fr", "b.fr"), "\"serviceName\" (string) is missing", "the body is a list");
        assertRefused(LOCK, new Object(), "\"serviceName\" (string) is missing", "java.lang.Object");
    }

    @Test
    void aBodyIsBoundedAndIsText() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };

        assertRefused(QUOTE, endless, "more than 20000000 bytes");
        assertRefused(QUOTE, new byte[TOO_LARGE], "more than 20000000 bytes");
        assertRefused(QUOTE, "a".repeat(TOO_LARGE), "more than 20000000 characters");
        assertRefused(QUOTE, new byte[] {(byte) 0xE9, '.', 'f', 'r'}, "not text in UTF-8");
        assertRefused(QUOTE, "{\"domain\": ", "not JSON");
        assertRefused(QUOTE, Map.of("domain", "a.fr", "config", Map.of("REASON", List.of("x"))), "REASON");
    }

    @Test
    void aRouteOfTheApiRefusesABodyThatItDoesNotSend() {
        for (Object body : List.of("12", 12, "12".getBytes(StandardCharsets.UTF_8), List.of(12))) {
            assertRefused("ovh-domain:task?operation=relaunch&param.id=1", body, "task:relaunch", "nothing reads it");
        }
        assertRefused(
                "ovh-domain:task?operation=relaunch",
                "{\"id\": 1, \"ids\": 2}".getBytes(StandardCharsets.UTF_8),
                "\"ids\"");
        assertRefused("ovh-domain:domain?operation=list&param.expand=perhaps", null, "expand", "true or false");
    }
}
