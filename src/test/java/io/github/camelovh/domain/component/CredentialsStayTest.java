// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message cannot send calls to a host of its own, nor to another account: no call arrives at the attacker's server. */
class CredentialsStayTest {

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(2));

    private final CamelContext context = new DefaultCamelContext();
    private final List<String> stolen = new CopyOnWriteArrayList<>();
    private OvhDomainComponent component;
    private HttpServer attacker;

    @BeforeEach
    void start() throws Exception {
        attacker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        attacker.createContext("/", exchange -> {
            stolen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().keySet());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        attacker.start();
        component = SandboxComponent.in(context, OVH.sandbox());
        AccountConfiguration other = component.getAccounts().named("other");
        other.setRegion(host() + "/1.0");
        other.setAccessToken("token-of-the-other-account");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                String text = "ovh-domain:domain?operation=get&param.serviceName=${body}";
                from("direct:plain").toD(text);
                from("direct:raw").toD("ovh-domain:domain?operation=get&param.serviceName=RAW(${body})");
                from("direct:list").recipientList(simple(text), "!");
                from("direct:unoptimised").toD(text, false);
                from("direct:fixed").to("ovh-domain:domain?operation=get");
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        attacker.stop(0);
    }

    private String host() {
        return "http://127.0.0.1:" + attacker.getAddress().getPort();
    }

    private Exchange send(String route, String body) {
        return context.createProducerTemplate()
                .request(route, exchange -> exchange.getMessage().setBody(body.replace("HOST", host())));
    }

    private void useServiceAccount() {
        AccountConfiguration account = component.getDefaultAccount();
        account.setApplicationKey(null);
        account.setApplicationSecret(null);
        account.setConsumerKey(null);
        account.setClientId(OvhSandbox.CLIENT_ID);
        account.setClientSecret(OvhSandbox.CLIENT_SECRET);
    }

    @Test
    void aPlainNameIsAnswered() {
        for (String route : List.of("direct:plain", "direct:raw", "direct:list", "direct:unoptimised")) {
            assertThat(send(route, "already-mine.com").getException()).as(route).isNull();
        }
        assertThat(stolen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&region=HOST/1.0",
                "&REGION=HOST/1.0",
                "&Region=HOST/1.0",
                "&configuration.region=HOST/1.0",
                "&defaultAccount.region=HOST/1.0",
                "&component.defaultAccount.region=HOST/1.0",
                "&component.accounts.other.region=HOST/1.0&account=other",
                "&region=RAW(HOST/1.0)",
                "&region=%48OST/1.0",
                "&tokenUrl=HOST/token",
                "&token-url=HOST/token",
                "&proxyHost=127.0.0.1&proxyPort=PORT",
                "&insecure=true&region=HOST/1.0",
                "&httpClientConfigurer=#class:java.lang.Object",
                "&sslContextParameters=#class:org.apache.camel.support.jsse.SSLContextParameters",
                "&operation=list&region=HOST/1.0"
            })
    void noTextOfAMessageChoosesTheHost(String addition) {
        String added =
                addition.replace("PORT", Integer.toString(attacker.getAddress().getPort()));
        for (String route : List.of("direct:plain", "direct:list", "direct:unoptimised")) {
            assertThat(send(route, "already-mine.com" + added).getException())
                    .as(route + added)
                    .isNotNull();
        }
        assertThat(send("direct:raw", "already-mine.com)" + added + "&param.x=RAW(y")
                        .getException())
                .isNotNull();
        useServiceAccount();
        assertThat(send("direct:list", "a.com" + added).getException()).isNotNull();

        assertThat(stolen).isEmpty();
    }

    /** Camel shows the text of the route to no other component than with toD. */
    @ParameterizedTest
    @ValueSource(
            strings = {"&account=other", "&limitsFromMessage=true", "&param.iamTags=x", "&operationFromMessage=ANY"})
    void noTextOfAMessageAddsAnOption(String addition) {
        for (String route : List.of("direct:plain", "direct:raw")) {
            String body = route.endsWith("raw") ? "a.com)" + addition + "&param.y=RAW(z" : "a.com" + addition;
            assertThat(send(route, body).getException())
                    .as(route)
                    .hasStackTraceContaining("The message added the option")
                    .hasStackTraceContaining("CamelOvhDomainParameters");
        }

        assertThat(stolen).isEmpty();
        assertThat(OVH.sandbox().calls()).isZero();
    }

    @Test
    void noHeaderOrBodyChoosesHostOrAccount() {
        for (String name : List.of("account", "region", "tokenUrl", "proxyHost", "applicationKey")) {
            Exchange inHeader = context.createProducerTemplate()
                    .request("direct:fixed", exchange -> exchange.getMessage()
                            .setHeader(
                                    OvhDomainConstants.PARAMETERS,
                                    Map.of("serviceName", "already-mine.com", name, host() + "/1.0")));
            Exchange inBody = context.createProducerTemplate().request("direct:fixed", exchange -> exchange.getMessage()
                    .setBody(Map.of("serviceName", "already-mine.com", name, "other")));
            context.createProducerTemplate().request("direct:fixed", exchange -> {
                exchange.getMessage().setBody("already-mine.com");
                exchange.getMessage().setHeader("CamelOvhDomainAccount", "other");
                exchange.getMessage().setHeader("CamelHttpUri", host());
                exchange.getMessage().setHeader(name, host());
            });

            assertThat(inHeader.getException()).isNotNull();
            assertThat(inBody.getException()).isNotNull();
        }

        assertThat(stolen).isEmpty();
    }
}
