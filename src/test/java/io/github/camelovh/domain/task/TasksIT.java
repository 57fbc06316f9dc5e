// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.LiveHoldings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A city's name under .fr needs a reason: its task ends in error until somebody supplies one. Over HTTP. */
class TasksIT {

    private static final DomainName CITY = DomainName.of("lyon.fr");
    private static final String ARGUMENT = "PUT /me/task/domain/{id}/argument/{key}";
    private static final String RELAUNCH = "POST /me/task/domain/{id}/relaunch";

    @RegisterExtension
    static final OvhSandboxExtension OVH = new OvhSandboxExtension();

    private final CamelContext context = new DefaultCamelContext();
    private OvhSandbox sandbox;
    private OvhApi api;
    private Tasks tasks;

    @BeforeEach
    void buyTheCity() {
        sandbox = OVH.sandbox();
        context.start();
        api = OvhApi.open(
                context,
                OvhApiSettings.of(
                                ApiRegion.of(sandbox.baseUrl().toString()),
                                new Credentials.ApplicationKey(
                                        OvhSandbox.APPLICATION_KEY,
                                        OvhSandbox.APPLICATION_SECRET,
                                        OvhSandbox.CONSUMER_KEY))
                        .withPace(1000, 8),
                HttpOptions.plain());
        tasks = new Tasks(api, RepairAdvisor.standard(), Duration.ofSeconds(10), Clock.systemUTC(), sandbox::advance);
        Orders orders = new Orders(
                api,
                OrderSettings.of("FR"),
                PurchaseJournal.none(),
                Budget.unlimited(),
                new LiveHoldings(api),
                Clock.systemUTC(),
                sandbox::advance);
        assertThat(orders.create(Purchase.of(PurchaseAction.CREATE, CITY, "P1Y")
                        .withConfiguration(Map.of("OWNER_LEGAL_AGE", "true", "ACCEPT_CONDITIONS", "true"))))
                .isInstanceOf(PurchaseOutcome.Ordered.class);
        sandbox.resetCalls();
    }

    @AfterEach
    void close() {
        api.close();
        context.stop();
    }

    private DomainTask only(List<String> statuses) {
        return tasks.find(CITY, "DomainCreate", statuses).found().get(0);
    }

    private DomainTask failed() throws InterruptedException {
        return tasks.await(only(List.of()).id(), Duration.ofMinutes(5));
    }

    @Test
    void awaitsUntilTheTaskWaitsForARepair() throws InterruptedException {
        assertThat(failed().status()).isEqualTo("error");
        assertThat(only(List.of("error", "problem")).canRelaunch()).isTrue();
    }

    @Test
    void changesNothingByAnArgumentThatIsNotThere() throws InterruptedException {
        long id = failed().id();
        assertThatThrownBy(() -> tasks.fix(id, Map.of("legitimacy", "mine")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("legitimacyAfnic");
        sandbox.verifyCalls(ARGUMENT, 0);
        sandbox.verifyCalls(RELAUNCH, 0);
    }

    @Test
    void mendsItByAReason() throws InterruptedException {
        long id = failed().id();

        tasks.fix(id, Map.of("legitimacyAfnic", "The town hall asks for it"));

        assertThat(tasks.await(id, Duration.ofMinutes(5)).status()).isEqualTo("done");
        sandbox.verifyCalls(ARGUMENT, 1);
        sandbox.verifyCalls(RELAUNCH, 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"ANSWER_LOST", "GARBAGE"})
    void relaunchesOnceThoughTheAnswerWasLost(Fault.Kind kind) throws InterruptedException {
        long id = failed().id();
        sandbox.fault(Fault.on(RELAUNCH, kind));

        tasks.fix(id, Map.of("legitimacyAfnic", "The town hall asks for it"));

        assertThat(tasks.await(id, Duration.ofMinutes(5)).status()).isEqualTo("done");
        sandbox.verifyCalls(RELAUNCH, 1);
    }

    @Test
    void mendsItByTheBookFromTheReasonGivenWithTheName() throws InterruptedException {
        DomainTask task = failed();

        Mending mending =
                tasks.carryOut(tasks.propose(task, new RepairFacts(Map.of("REASON", "I am its mayor"), null)));

        assertThat(tasks.await(task.id(), Duration.ofMinutes(5)).status())
                .as("after %s", mending)
                .isEqualTo("done");
    }
}
