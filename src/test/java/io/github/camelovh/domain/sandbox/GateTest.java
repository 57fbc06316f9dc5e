// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GateTest {
    private static final String ANY_CART = "{\"ovhSubsidiary\":\"FR\"}";

    @RegisterExtension
    static final OvhSandboxExtension OVH = OvhSandboxExtension.with(
            SandboxOptions.defaults().withDomains(2).withPublicBaseUrls("https://api.example/1.0/"));

    private OvhSandbox sandbox;
    private TestCaller caller;

    @BeforeEach
    void connect() {
        sandbox = OVH.sandbox();
        caller = new TestCaller(sandbox);
    }

    @Test
    void letsInARightlySignedCall() throws Exception {
        TestCaller.Answer answer = caller.get("/domain");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasSize(2);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void asksForLoginWithoutHeaders() throws Exception {
        refused(caller.plain("GET", "/domain", ""), 401, "Client::Unauthorized", "You must login first");
        refused(
                caller.plain("GET", "/domain", "", "X-Ovh-Application", OvhSandbox.APPLICATION_KEY),
                401,
                "Client::Unauthorized",
                "You must login first");
    }

    @Test
    void refusesAnUnknownApplicationKey() throws Exception {
        refused(caller.application("other").get("/domain"), 403, "INVALID_KEY", "This application key is invalid");
    }

    @Test
    void refusesAnUnknownConsumerKey() throws Exception {
        refused(caller.consumer("other").get("/domain"), 403, "NOT_CREDENTIAL", "This credential does not exist");
    }

    @Test
    void refusesAWrongSecretAndAnotherBody() throws Exception {
        refused(caller.secret("other").get("/domain"), 400, "INVALID_SIGNATURE", "Invalid signature");
    }

    @Test
    void refusesAnotherUrlThanTheSignedOne() throws Exception {
        refused(caller.signing(url -> url + "/").get("/domain"), 400, "INVALID_SIGNATURE", "Invalid signature");
    }

    @Test
    void takesASignatureOfAPublicBaseUrl() throws Exception {
        caller.signing(url -> url.replaceFirst("http://[^/]+", "https://api.example"));

        assertThat(caller.get("/domain").status()).isEqualTo(200);
    }

    @Test
    void takesASignatureAsNodeMakesItWithoutAnySetting() throws Exception {
        caller.signing(url -> url.replaceFirst("http://([^:/]+):\\d+", "https://$1"));

        assertThat(caller.get("/domain").status()).isEqualTo(200);
        assertThat(caller.get("/v2/domain/name").status()).isEqualTo(200);
    }

    @Test
    void refusesATimestampOutOfTheWindowOnly() throws Exception {
        assertThat(caller.drift(-170).get("/domain").status()).isEqualTo(200);
        refused(caller.drift(-200).get("/domain"), 400, "QUERY_TIME_OUT", "Query out of time");
        refused(caller.drift(200).get("/domain"), 400, "QUERY_TIME_OUT", "Query out of time");
    }

    @Test
    void refusesWhatTheAccessRulesDoNotCover() throws Exception {
        control("credential", "{\"rules\":[{\"method\":\"GET\",\"path\":\"/domain/*\"}]}");

        TestCaller.Answer list = caller.get("/domain");
        assertThat(list.json().path("message").asText()).isEqualTo("This call has not been granted");
        assertThat(list.json().path("errorCode").asText()).isEqualTo("NOT_GRANTED_CALL");
        assertThat(list.status()).isEqualTo(403);
        assertThat(caller.get("/domain/extensions").status()).isEqualTo(200);
        assertThat(caller.get("/auth/currentCredential").status()).isEqualTo(200);
    }

    @Test
    void refusesAnExpiredCredential() throws Exception {
        control("credential", "{\"expiration\":\"" + sandbox.now().plus(Duration.ofHours(1)) + "\"}");
        assertThat(caller.get("/domain").status()).isEqualTo(200);

        sandbox.advance(Duration.ofHours(1));

        refused(caller.get("/domain"), 403, "INVALID_CREDENTIAL", "This credential is not valid");
    }

    @Test
    void refusesACredentialFromAnotherAddress() throws Exception {
        String key = requestCredential("\"allowedIPs\":[\"198.51.100.0/24\"]")
                .path("consumerKey")
                .asText();

        refused(caller.consumer(key).get("/domain"), 403, "INVALID_CREDENTIAL", "This credential is not valid");
    }

    @Test
    void answersAnonymousOperationsUnsignedAndStillVerifiesSignedOnes() throws Exception {
        TestCaller.Answer cart = caller.plain("POST", "/order/cart", ANY_CART);
        assertThat(cart.status()).isEqualTo(200);
        assertThat(cart.json().path("cartId").asText()).isNotEmpty();

        assertThat(caller.post("/order/cart", ANY_CART).status()).isEqualTo(200);
        refused(caller.secret("other").post("/order/cart", ANY_CART), 400, "INVALID_SIGNATURE", "Invalid signature");
    }

    @Test
    void givesTokensToServiceAccountsAndLetsThemIn() throws Exception {
        String token = token("client_id=sandbox-client-id&client_secret=sandbox-client-secret")
                .json()
                .path("access_token")
                .asText();

        assertThat(caller.plain("GET", "/domain", "", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(200);
        assertThat(caller.plain("GET", "/v2/domain/name", "", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(200);

        sandbox.advance(Duration.ofHours(1));

        assertThat(caller.plain("GET", "/domain", "", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesAnUnknownClientAsRecorded() throws Exception {
        TestCaller.Answer answer = token("client_id=aaaaaaaa&client_secret=bbbb");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json())
                .isEqualTo(TestCaller.JSON.valueToTree(Map.of(
                        "error", "invalid_client", "error_description", "ovhcloud oauth2 client does not exists")));
    }

    @Test
    void refusesAServiceAccountWithoutTheIamAction() throws Exception {
        sandbox.refuseActions("domain:apiovh:*");
        String token = token("client_id=sandbox-client-id&client_secret=sandbox-client-secret")
                .json()
                .path("access_token")
                .asText();

        TestCaller.Answer answer = caller.plain("GET", "/domain", "", "Authorization", "Bearer " + token);

        refused(answer, 403, "Client::Forbidden", "User not granted for this request");
        assertThat(answer.json().at("/details/unauthorizedActionsByIAM").asText())
                .isEqualTo("domain:apiovh:get");
        assertThat(caller.plain("GET", "/domain", "", "Authorization", "Bearer " + OvhSandbox.ACCESS_TOKEN)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givesAConsumerKeyThatWorksOnceValidated() throws Exception {
        JsonNode credential = requestCredential("\"redirection\":null");
        assertThat(credential.path("state").asText()).isEqualTo("pendingValidation");
        caller.consumer(credential.path("consumerKey").asText());
        refused(caller.get("/domain"), 403, "INVALID_CREDENTIAL", "This credential is not valid");

        assertThat(caller.plain("GET", credential.path("validationUrl").asText(), "")
                        .status())
                .isEqualTo(200);

        assertThat(caller.get("/domain").status()).isEqualTo(200);
        assertThat(caller.get("/auth/currentCredential").json().path("status").asText())
                .isEqualTo("validated");
        assertThat(caller.post("/auth/logout", "").json().isNull()).isTrue();
        refused(caller.get("/domain"), 403, "INVALID_CREDENTIAL", "This credential is not valid");
    }

    @Test
    void putsTheCodeOrTheMessageFirstAndAQueryIdOnEveryError() throws Exception {
        TestCaller.Answer old = caller.application("other").get("/domain");
        TestCaller.Answer recent = new TestCaller(sandbox).get("/domain/not-mine.example");

        assertThat(old.http().body()).startsWith("{\"errorCode\":");
        assertThat(recent.http().body()).startsWith("{\"message\":");
        assertThat(old.header("X-OVH-QUERYID"))
                .isNotEqualTo(recent.header("X-OVH-QUERYID"))
                .isNotBlank();
    }

    private JsonNode requestCredential(String more) throws IOException, InterruptedException {
        return caller.plain(
                        "POST",
                        "/auth/credential",
                        "{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/*\"}]," + more + "}",
                        "X-Ovh-Application",
                        OvhSandbox.APPLICATION_KEY)
                .json();
    }

    private TestCaller.Answer token(String client) throws IOException, InterruptedException {
        return caller.plain("POST", "/auth/oauth2/token", "grant_type=client_credentials&scope=all&" + client);
    }

    private void control(String name, String body) throws IOException, InterruptedException {
        assertThat(caller.plain("POST", "/_sandbox/" + name, body).status()).isEqualTo(200);
    }

    private static void refused(TestCaller.Answer answer, int status, String code, String message) throws IOException {
        JsonNode body = answer.json();
        assertThat(body.path("message").asText()).isEqualTo(message);
        assertThat(body.path("errorCode").asText(body.path("class").asText())).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
