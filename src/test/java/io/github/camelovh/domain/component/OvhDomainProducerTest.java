// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.model.Cart;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OvhDomainProducerTest {

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(3));

    private final CamelContext context = new DefaultCamelContext();
    private OvhSandbox sandbox;
    private ProducerTemplate template;

    @BeforeEach
    void startCamel() {
        sandbox = OVH.sandbox();
        SandboxComponent.in(context, sandbox);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private String anyName() {
        return ((List<?>) template.requestBody("ovh-domain:domain?operation=list", ""))
                .get(0)
                .toString();
    }

    @Test
    void answersWithRecordAndTellsQueryIdCallsAndOperation() {
        String name = anyName();

        Exchange answered = send("ovh-domain:domain?operation=get&param.serviceName=" + name, null, Map.of());

        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody())
                .isInstanceOfSatisfying(DomainService.class, service -> assertThat(service.domain())
                        .isEqualTo(name));
        assertThat(answered.getMessage().getHeader(OvhDomainConstants.QUERY_ID))
                .asString()
                .isNotBlank();
        assertThat(answered.getMessage().getHeader(OvhDomainConstants.CALLS_MADE))
                .isEqualTo(1);
        assertThat(answered.getMessage().getHeader(OvhDomainConstants.CALLED_OPERATION))
                .isEqualTo("domain:get");
    }

    @Test
    void givesEveryMemberAsMapOrTree() {
        String uri = "ovh-domain:domain?operation=get&param.serviceName=" + anyName() + "&answerForm=";

        assertThat(template.requestBody(uri + "MAP", (Object) null))
                .isInstanceOfSatisfying(Map.class, map -> assertThat(map).containsKey("nameServers"));
        assertThat(template.requestBody(uri + "TREE", (Object) null))
                .isInstanceOfSatisfying(JsonNode.class, tree -> assertThat(tree.has("nameServers"))
                        .isTrue());
    }

    @Test
    void takesParametersFromHeaderBeforeUriBeforeBody() {
        String name = anyName();
        String uri = "ovh-domain:domain?operation=get";

        assertThat(template.requestBody(uri, name, DomainService.class).domain())
                .isEqualTo(name);
        assertThat(template.requestBody(uri, Map.of("serviceName", name), DomainService.class)
                        .domain())
                .isEqualTo(name);
        assertThat(template.requestBody(uri, "{\"serviceName\": \"" + name + "\"}", DomainService.class)
                        .domain())
                .isEqualTo(name);
        assertThat(template.requestBodyAndHeader(
                                uri + "&param.serviceName=not.mine.example",
                                Map.of("serviceName", "neither.mine.example"),
                                OvhDomainConstants.PARAMETERS,
                                Map.of("serviceName", name),
                                DomainService.class)
                        .domain())
                .isEqualTo(name);
    }

    @Test
    void takesOperationFromHeader() {
        Exchange answered = send(
                "ovh-domain:order?operation=listCarts&operationFromMessage=any",
                Map.of("ovhSubsidiary", "FR", "description", "by header"),
                Map.of(OvhDomainConstants.OPERATION, "createCart"));

        assertThat(answered.getMessage().getBody())
                .isInstanceOfSatisfying(
                        Cart.class, cart -> assertThat(cart.description()).isEqualTo("by header"));
        assertThat(sandbox.calls("POST /order/cart")).isEqualTo(1);
        assertThat(sandbox.calls("GET /order/cart")).isZero();
    }

    @Test
    void expandsAListToItsObjects() {
        sandbox.resetCalls();

        Exchange answered = send("ovh-domain:domain?operation=list&param.expand=true", null, Map.of());

        assertThat(answered.getMessage().getBody(List.class)).hasSize(3).allSatisfy(each -> assertThat(each)
                .isInstanceOf(DomainService.class));
        assertThat(sandbox.calls("GET /domain/{serviceName}")).isLessThanOrEqualTo(1);
    }

    @Test
    void refusesWrongParametersBeforeAnyCall() {
        sandbox.resetCalls();

        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        "ovh-domain:domain?operation=get",
                        null,
                        OvhDomainConstants.PARAMETERS,
                        Map.of("serviceNam", "a")))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("did you mean \"serviceName\"?")
                .hasMessageContaining("\"serviceName\" (string) is missing")
                .hasMessageContaining("was not called");
        assertThat(sandbox.calls()).isZero();
    }

    @Test
    void leavesTheApisRefusalToTheRoute() {
        Exchange answered = send("ovh-domain:domain?operation=get", "not-mine.example", Map.of());

        assertThat(answered.getException()).isInstanceOf(OvhNotFoundException.class);
    }

    @Test
    void neverClimbsOutOfAPath() {
        sandbox.resetCalls();

        for (String name : List.of("..", ".", " ", "a\r\nX-Evil: 1")) {
            Exchange answered = send("ovh-domain:domain?operation=get", Map.of("serviceName", name), Map.of());
            assertThat(answered.getException()).as(name).isInstanceOf(WrongUsageException.class);
        }
        assertThat(sandbox.calls()).isZero();

        Exchange answered = send("ovh-domain:domain?operation=get", Map.of("serviceName", "../me"), Map.of());
        assertThat(answered.getException()).isInstanceOf(OvhNotFoundException.class);
        assertThat(sandbox.calls("GET /domain/{serviceName}")).isEqualTo(1);
    }

    @Test
    void servesManyThreadsAtOnce() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        List<String> names = template.requestBody("ovh-domain:domain?operation=list", (Object) null, List.class);

        IntStream.range(0, 200).parallel().forEach(i -> {
            String name = names.get(i % names.size());
            DomainService service = template.requestBody("ovh-domain:domain?operation=get", name, DomainService.class);
            assertThat(service.domain()).isEqualTo(name);
            seen.add(name);
        });

        assertThat(seen).hasSize(3);
    }

    @Test
    void callsAnyRouteSigned() {
        Object answer = template.requestBody(
                "ovh-domain:api?operation=call&param.path=/me/task/domain&param.query.status=done", (Object) null);

        assertThat(answer).isInstanceOf(List.class);
        for (String wrong : List.of("/domain/../me", "/domain//me", "me", "/me?x=1", "/me#x", "/domain/%zz", "/me/é")) {
            assertThatThrownBy(() -> template.sendBodyAndHeader(
                            "ovh-domain:api?operation=call",
                            null,
                            OvhDomainConstants.PARAMETERS,
                            Map.of("path", wrong)))
                    .as(wrong)
                    .cause()
                    .hasMessageContaining("nothing was sent");
        }
    }
}
