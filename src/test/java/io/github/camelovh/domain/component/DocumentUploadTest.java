// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A document is sent to the storage that the API names, without keys, and its id is returned. */
class DocumentUploadTest {

    private static final String UPLOAD = "PUT /storage/documents/{id}";
    private static final byte[] PROOF = "who owns the name".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1));

    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void startCamel() {
        SandboxComponent.in(context, OVH.sandbox());
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    private Exchange upload(Object content) {
        return template.request("ovh-domain:account?operation=uploadDocument", exchange -> {
            exchange.getMessage().setBody(content);
            exchange.getMessage().setHeader(OvhDomainConstants.PARAMETERS, Map.of("name", "proof.pdf"));
        });
    }

    private List<?> documents() {
        return template.requestBody("ovh-domain:account?operation=listDocuments", (Object) null, List.class);
    }

    @Test
    void givesTheIdOfTheStoredDocument() throws Exception {
        String id = upload(new ByteArrayInputStream(PROOF)).getMessage().getBody(String.class);

        JsonNode document = template.requestBody(
                "ovh-domain:account?operation=getDocument&answerForm=TREE", (Object) id, JsonNode.class);
        assertThat(document.get("name").asText()).isEqualTo("proof.pdf");
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(
                                                document.get("getUrl").asText()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .isEqualTo(PROOF);
    }

    @Test
    void storesOnceMoreWhereTheAnswerWasLost() {
        OVH.sandbox().fault(Fault.on(UPLOAD, Fault.Kind.ANSWER_LOST));

        assertThat(upload(PROOF).getException()).isNull();
        assertThat(documents()).hasSize(1);
    }

    @Test
    void leavesNoEmptyDocumentBehind() {
        OVH.sandbox().fault(new Fault(UPLOAD, 1, 1, Fault.Kind.STATUS, 401, Duration.ZERO, null));

        assertThat(upload(PROOF).getException()).isInstanceOf(OvhApiException.class);
        assertThat(documents()).isEmpty();
    }

    @Test
    void sendsNothingWithoutContent() {
        assertThat(upload("").getException())
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("proof.pdf")
                .hasMessageContaining("is empty");
        assertThat(upload(Map.of("a", "b")).getException()).isInstanceOf(WrongUsageException.class);
        assertThat(OVH.sandbox().calls()).isZero();
    }
}
