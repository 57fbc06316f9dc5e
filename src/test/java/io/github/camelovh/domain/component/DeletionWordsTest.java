// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.dns.ZoneSnapshot;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What takes something away needs its own word: an empty or missing value never does. */
class DeletionWordsTest {
    private static final String SET = "&param.zoneName=example.com&param.fieldType=A&param.subDomain=kept";
    private static final String UPSERT = "ovh-domain:dns?operation=upsert" + SET;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private OvhSandbox sandbox;
    private ProducerTemplate template;

    @BeforeEach
    void start() {
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withDomains(1).withZone("example.com", 5));
        SandboxComponent.in(context, sandbox);
        context.start();
        template = context.createProducerTemplate();
        template.requestBody(UPSERT, Map.of("target", "203.0.113.9"));
    }

    @AfterEach
    void stop() {
        context.stop();
        sandbox.close();
    }

    private Exchange send(String uri, Object body) {
        return template.request(uri, exchange -> exchange.getMessage().setBody(body));
    }

    private void assertRefused(String uri, Object body, String... words) {
        sandbox.resetCalls();
        Exchange answered = send(uri, body);
        assertThat(answered.getException()).as("%s with %s", uri, body).isInstanceOf(WrongUsageException.class);
        assertThat(answered.getException().getMessage()).contains(words);
        assertThat(sandbox.calls()).isZero();
    }

    private boolean isKept() {
        return template
                .requestBody("ovh-domain:dns?operation=records&param.zoneName=example.com", null, ZoneSnapshot.class)
                .values()
                .stream()
                .anyMatch(record -> record.subDomain().equals("kept"));
    }

    @Test
    void anEmptyMissingOrMisunderstoodTargetDeletesNothing() {
        Map<String, Object> none = new HashMap<>(Collections.singletonMap("targets", null));

        assertRefused(UPSERT, "[\"203.0.113.9\"]", "nothing reads it");
        assertRefused(UPSERT, null, "there is no target", "dns:deleteRecords");
        assertRefused(UPSERT, none, "there is no target");
        assertRefused(UPSERT, Map.of("target", ""), "a target is empty");
        assertRefused(UPSERT, Map.of("target", " "), "a target is empty");
        assertRefused(UPSERT, Map.of("targets", List.of("")), "a target is empty");
        assertRefused(UPSERT, Map.of("targets", ""), "a target is empty");
        assertRefused(UPSERT, Map.of("targets", List.of(Map.of("ip", "203.0.113.9"))), "A target is a text");
        assertRefused(UPSERT, Map.of("targets", List.of()), "allowDelete is not set");
        assertRefused(UPSERT, Map.of("targets", List.of(), "allowDelete", true), "allowDelete", "limitsFromMessage");
        assertRefused(
                "ovh-domain:dns?operation=deleteRecords&param.zoneName=example.com&param.fieldType=A",
                null,
                "\"subDomain\" (string) is missing");
        assertThat(isKept()).isTrue();
    }

    @Test
    void anEmptyListDeletesWhereThatIsAllowed() {
        send(UPSERT + "&param.allowDelete=true", Map.of("targets", List.of()));

        assertThat(isKept()).isFalse();
    }

    @Test
    void deleteRecordsDeletes() {
        assertThat(send("ovh-domain:dns?operation=deleteRecords" + SET, null).getException())
                .isNull();

        assertThat(isKept()).isFalse();
    }

    @Test
    void noOtherOperationTakesNothingForAWordToDelete() {
        String name = "&param.serviceName=already-mine.com&param.host=ns1.already-mine.com";
        String target = "ovh-domain:domain?operation=changeTarget&param.domain=already-mine.com";

        assertRefused("ovh-domain:dns?operation=setGlue" + name, null, "\"ips\" (string[]) is missing");
        assertRefused("ovh-domain:dns?operation=setGlue" + name, Map.of("ips", List.of()), "allowDelete=true");
        assertRefused(target, Map.of("hosts", Map.of("ns1.already-mine.com", "")), "none removes the host");
        assertRefused(target, Map.of("keys", List.of()), "allowDs");
        assertRefused(target + "&param.allowDs=true", Map.of("keys", Map.of()), "keys has to be a list");
        assertRefused(
                "ovh-domain:dns?operation=setDs&param.through=v2&param.serviceName=already-mine.com",
                Map.of("keys", List.of()),
                "allowDs");
        assertRefused(
                "ovh-domain:contact?operation=change&param.contactId=1",
                Map.of("owner", Map.of("phone", "")),
                "owner.phone is empty");
        assertRefused(
                "ovh-domain:contact?operation=planOwnerData&param.domain=already-mine.com",
                "{\"owner\": {\"phone\": null}}",
                "owner");
    }
}
