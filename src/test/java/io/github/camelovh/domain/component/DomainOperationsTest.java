// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static io.github.camelovh.domain.api.catalog.OperationCatalog.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.Cart;
import io.github.camelovh.domain.api.model.ConfigurationRequirement;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.order.Quote;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All names and their locks, with the calls that the sandbox counted. */
class DomainOperationsTest {

    private static final String LIST = "GET /domain";
    private static final String ITEM = "GET /domain/{serviceName}";
    private static final String NAME = "already-mine.com";

    private final CamelContext context = new DefaultCamelContext();
    private OvhSandbox sandbox;
    private ProducerTemplate template;

    @AfterEach
    void stop() {
        context.stop();
        sandbox.close();
    }

    private void start(int domains, UnaryOperator<SandboxOptions> options) {
        sandbox = OvhSandbox.start(options.apply(SandboxOptions.defaults().withDomains(domains)));
        AccountConfiguration configuration =
                SandboxComponent.in(context, sandbox).getDefaultAccount();
        configuration.setPageSize(20);
        configuration.setBatchSize(10);
        context.start();
        template = context.createProducerTemplate();
        template.requestBody("ovh-domain:api?operation=getCurrentCredential", ""); // so that the clock is known
        sandbox.resetCalls();
    }

    private Exchange send(String operation, Map<String, Object> parameters) {
        Exchange answered =
                template.request("ovh-domain:domain?operation=" + operation, exchange -> exchange.getMessage()
                        .setHeader(OvhDomainConstants.PARAMETERS, new HashMap<>(parameters)));
        assertThat(answered.getException()).isNull();
        return answered;
    }

    private static int callsMade(Exchange answered) {
        return answered.getMessage().getHeader(OvhDomainConstants.CALLS_MADE, Integer.class);
    }

    @Test
    void scansByPages() {
        start(45, options -> options);

        Exchange answered = send("scan", Map.of());

        assertThat(answered.getMessage().getBody(List.class)).hasSize(45).allSatisfy(each -> assertThat(each)
                .isInstanceOfSatisfying(DomainService.class, service -> {
                    assertThat(service.nameServers()).isNotEmpty().allSatisfy(server -> assertThat(server.nameServer())
                            .endsWith(".ovh.net"));
                    assertThat(service.contactAdmin().id()).isNotBlank();
                    assertThat(service.contactOwner().id()).isEqualTo(service.whoisOwner());
                }));
        assertThat(sandbox.calls(LIST)).isEqualTo(3);
        assertThat(sandbox.calls(ITEM)).isZero();
        assertThat(callsMade(answered)).isEqualTo((int) sandbox.calls());
    }

    @Test
    void handsOverPageByPage() {
        start(45, options -> options);
        List<Integer> sizes = new ArrayList<>();
        Consumer<Object> eachPage = page -> sizes.add(((List<?>) page).size());

        Exchange answered = send("scan", Map.of("eachPage", eachPage));

        assertThat(sizes).containsExactly(20, 20, 5);
        assertThat(answered.getMessage().getBody(List.class)).isEqualTo(List.of(45));
    }

    @Test
    void fallsBackToBatches() {
        start(45, SandboxOptions::withoutPages);

        Exchange answered = send("scan", Map.of());

        assertThat(answered.getMessage().getBody(List.class)).hasSize(45);
        assertThat(sandbox.calls(ITEM)).isEqualTo(5);
        assertThat(callsMade(answered)).isEqualTo((int) sandbox.calls());
    }

    @Test
    void fallsBackToSingleCallsAndRemembersThat() {
        start(12, options -> options.withoutPages().withoutBatch());

        assertThat(send("scan", Map.of()).getMessage().getBody(List.class)).hasSize(12);
        sandbox.resetCalls();
        Exchange again = send("scan", Map.of());

        assertThat(again.getMessage().getBody(List.class)).hasSize(12);
        assertThat(sandbox.calls(LIST)).isEqualTo(1);
        assertThat(sandbox.calls(ITEM)).isEqualTo(12);
        assertThat(callsMade(again)).isEqualTo(13);
    }

    @Test
    void tellsOfWhatExpiredOrVanishedBesideTheRest() {
        start(3, options -> options.withoutPages().withoutBatch());
        own("expired-name.ovh");
        own("vanishing-name.ovh");

        Exchange answered = send("scan", Map.of());

        assertThat(answered.getMessage().getBody(List.class)).hasSize(3);
        assertThat(answered.getMessage().getHeader(OvhDomainConstants.EXPIRED)).isEqualTo(List.of("expired-name.ovh"));
        assertThat(answered.getMessage().getHeader(OvhDomainConstants.MISSING))
                .isEqualTo(List.of("vanishing-name.ovh"));
    }

    /** Buys a name call by call, because the purchase protocol would check whether it is owned. */
    private void own(String name) {
        Cart cart =
                template.requestBody("ovh-domain:order?operation=createCart&param.ovhSubsidiary=FR", null, Cart.class);
        OvhApi api =
                context.getEndpoint("ovh-domain:order", OvhDomainEndpoint.class).api();
        api.send(ApiCall.of(row("order:assignCart"), cart.cartId()));
        long item = api.send(ApiCall.of(row("order:addDomain"), cart.cartId()).withBody(Map.of("domain", name)))
                .json()
                .get("itemId")
                .asLong();
        api
                .send(ApiCall.of(row("order:listRequiredConfigurations"), cart.cartId(), item))
                .asList(ConfigurationRequirement.class)
                .stream()
                .filter(ConfigurationRequirement::required)
                .forEach(each -> api.send(ApiCall.of(row("order:addItemConfiguration"), cart.cartId(), item)
                        .withBody(Map.of("label", each.label(), "value", "true"))));
        api.send(ApiCall.of(row("order:checkoutCart"), cart.cartId())
                .withBody(Map.of("autoPayWithPreferredPaymentMethod", true, "waiveRetractationPeriod", true)));
        sandbox.advance(Duration.ofHours(1));
    }

    @Test
    void unlocksAndLocksOnce() {
        start(1, options -> options.withTaskTime(Duration.ofMinutes(10)));

        Exchange begun = send("unlock", Map.of("serviceName", NAME));
        Exchange again = send("unlock", Map.of("serviceName", NAME));

        assertThat(begun.getMessage().getBody(DomainService.class).transferLockStatus())
                .isEqualTo("unlocking");
        assertThat(callsMade(begun)).isEqualTo(3);
        assertThat(callsMade(again)).isEqualTo(1);
        assertThat(sandbox.calls("PUT /domain/{serviceName}")).isEqualTo(1);

        sandbox.advance(Duration.ofHours(1));
        assertThat(send("unlock", Map.of("serviceName", NAME))
                        .getMessage()
                        .getBody(DomainService.class)
                        .transferLockStatus())
                .isEqualTo("unlocked");
        assertThat(send("lock", Map.of("serviceName", NAME))
                        .getMessage()
                        .getBody(DomainService.class)
                        .transferLockStatus())
                .isEqualTo("locking");
        sandbox.advance(Duration.ofHours(1));
        assertThat(send("lock", Map.of("serviceName", NAME))
                        .getMessage()
                        .getBody(DomainService.class)
                        .transferLockStatus())
                .isEqualTo("locked");
        assertThat(sandbox.calls("PUT /domain/{serviceName}")).isEqualTo(2);
    }

    @Test
    void saysThatANameWithoutLockHasNone() {
        start(0, options -> options);
        own("no-lock.de");

        Exchange answered = template.request("ovh-domain:domain?operation=lock", exchange -> exchange.getMessage()
                .setBody("no-lock.de"));

        assertThat(answered.getException())
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("no transfer lock");
        assertThat(sandbox.calls("PUT /domain/{serviceName}")).isZero();
    }

    @Test
    void countsTheCallsOfEachOperationWhileManyRun() {
        start(1, options -> options);

        int told = IntStream.range(0, 40)
                .parallel()
                .map(i -> {
                    Exchange answered =
                            template.request("ovh-domain:order?operation=quote", exchange -> exchange.getMessage()
                                    .setBody("counted-" + i + ".ovh"));
                    assertThat(answered.getMessage().getBody()).isInstanceOf(Quote.class);
                    return callsMade(answered);
                })
                .sum();

        assertThat(told).isEqualTo((int) sandbox.calls());
    }
}
