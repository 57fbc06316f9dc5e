// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders from a transacted queue: what is rolled back comes again, and after three deliveries goes to the dead letters. */
class TransactedQueueIT {

    private static final String BUY =
            "ovh-domain:order?maxPrice=20&param.config.OWNER_LEGAL_AGE=true&param.config.ACCEPT_CONDITIONS=true";
    private static final int DELIVERIES = 3;

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1));

    private final OvhSandbox sandbox = OVH.sandbox();
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final List<CamelContext> nodes = new CopyOnWriteArrayList<>();
    private final List<PurchaseOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> delivered = new CopyOnWriteArrayList<>();

    @BeforeEach
    void startBroker() throws Exception {
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("in-process", "vm://0")
                .addQueueConfiguration(QueueConfiguration.of("DLQ").setRoutingType(RoutingType.ANYCAST))
                .addAddressSetting(
                        "names",
                        new AddressSettings()
                                .setMaxDeliveryAttempts(DELIVERIES)
                                .setDeadLetterAddress(SimpleString.of("DLQ"))));
        broker.start();
    }

    @AfterEach
    void stopAll() throws Exception {
        nodes.forEach(CamelContext::stop);
        broker.stop();
    }

    private CamelContext node(String buy, Processor after) throws Exception {
        CamelContext context = new DefaultCamelContext();
        SandboxComponent.in(context, sandbox);
        context.addComponent("jms", JmsComponent.jmsComponent(new ActiveMQConnectionFactory("vm://0")));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("jms:names?transacted=true&lazyCreateTransactionManager=false&receiveTimeout=100"
                                + "&recoveryInterval=600000")
                        .process(exchange -> delivered.add(exchange.getMessage().getBody(String.class)))
                        .to(buy)
                        .process(exchange -> outcomes.add(exchange.getMessage().getBody(PurchaseOutcome.class)))
                        .process(after);
            }
        });
        context.getShutdownStrategy().setTimeout(1);
        context.start();
        nodes.add(context);
        return context;
    }

    private long waiting(String queue) {
        return broker.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    @Test
    void aRefusalThatIsAnErrorGoesToTheDeadLetters() throws Exception {
        CamelContext node = node(BUY + "&throwOn=Unfinished,Failed,Refused", exchange -> {});

        node.createProducerTemplate().sendBody("jms:names", "premium-name.ovh");

        assertThat(node.createConsumerTemplate().receiveBody("jms:DLQ", 10_000, String.class))
                .isEqualTo("premium-name.ovh");
        assertThat(delivered).hasSize(DELIVERIES);
        assertThat(outcomes).isEmpty();
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void aRefusalThatIsAnAnswerIsAcknowledged() throws Exception {
        CamelContext node = node(BUY, exchange -> {});

        node.createProducerTemplate().sendBody("jms:names", "premium-name.ovh");

        await().until(() -> outcomes.size() == 1 && waiting("names") == 0);
        assertThat(delivered).hasSize(1);
        assertThat(waiting("DLQ")).isZero();
        assertThat(outcomes.get(0)).isInstanceOf(PurchaseOutcome.Refused.class);
    }

    @Test
    void anExceptionAfterTheOrderBringsTheSameOutcomeAgain() throws Exception {
        CamelContext node = node(BUY, exchange -> {
            if (outcomes.size() == 1) {
                throw new IllegalStateException("the step after the order failed");
            }
        });

        node.createProducerTemplate().sendBody("jms:names", "rolled-back.ovh");

        await().until(() -> outcomes.size() == 2 && waiting("names") == 0);
        assertSameOrder("rolled-back.ovh");
    }

    @Test
    void aNodeThatIsGoneAfterTheOrderLeavesTheSameOutcomeToAnother() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CamelContext first = node(BUY, exchange -> held.await());
        first.createProducerTemplate().sendBody("jms:names", "left-behind.ovh");
        await().until(() -> outcomes.size() == 1);
        for (ServerSession session : broker.getActiveMQServer().getSessions()) {
            session.getRemotingConnection().fail(new ActiveMQException("the node is gone"));
        }

        node(BUY, exchange -> {});

        await().until(() -> outcomes.size() == 2 && waiting("names") == 0);
        held.countDown();
        assertSameOrder("left-behind.ovh");
    }

    private void assertSameOrder(String name) {
        assertThat(outcomes).hasSize(2).allSatisfy(each -> {
            assertThat(each).isInstanceOf(PurchaseOutcome.Ordered.class);
            assertThat(each.orderId()).isNotNull().isEqualTo(outcomes.get(0).orderId());
        });
        sandbox.verifySoldOnce(name);
        sandbox.verifyCalls("POST /order/cart/{cartId}/checkout", 1);
    }
}
