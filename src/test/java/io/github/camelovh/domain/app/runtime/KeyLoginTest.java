// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.ConsumerKeyRequest;
import io.github.camelovh.domain.api.CredentialSearch;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.RequestedKey;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyLoginTest {
    @RegisterExtension
    static final OvhSandboxExtension OVH = new OvhSandboxExtension();

    @Test
    void aKeyIsWorthSomethingOnceAPersonHasConsented() throws Exception {
        KeyLogin login = new KeyLogin(new CredentialSearch(
                Map.of(
                        "region",
                        OVH.sandbox().baseUrl().toString(),
                        "applicationKey",
                        OvhSandbox.APPLICATION_KEY,
                        "applicationSecret",
                        OvhSandbox.APPLICATION_SECRET),
                Map.of(),
                List.of()));

        RequestedKey key = login.request(
                ConsumerKeyRequest.forOperations(List.of(OperationCatalog.row("api:getCurrentCredential"))));

        assertThat(login.awaitConsent(key, Duration.ZERO)).isFalse();
        HttpRequest consent =
                HttpRequest.newBuilder(URI.create(key.validationUrl())).build();
        assertThat(HttpClient.newHttpClient()
                        .send(consent, HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("validated");
        assertThat(login.awaitConsent(key, Duration.ZERO)).isTrue();
        OVH.sandbox().verifyCalls("POST /auth/credential", 1);
    }
}
