// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static io.github.camelovh.domain.operation.Scenario.LEAVES;
import static io.github.camelovh.domain.operation.Scenario.NAME;
import static io.github.camelovh.domain.operation.Scenario.costly;
import static io.github.camelovh.domain.operation.Scenario.going;
import static io.github.camelovh.domain.operation.Scenario.map;
import static io.github.camelovh.domain.operation.Scenario.prepared;
import static io.github.camelovh.domain.operation.Scenario.run;
import static io.github.camelovh.domain.operation.Scenario.with;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.operation.Scenario.Input;
import io.github.camelovh.domain.transfer.AuthCodeStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Names that come and go, their locks, and tasks. */
final class TransferScenarios {

    private TransferScenarios() {}

    static List<Scenario> all() {
        return Stream.of(transfers(), leaving(), tasks()).flatMap(List::stream).toList();
    }

    private static List<Scenario> transfers() {
        return List.of(
                costly(
                        "transfer:start",
                        world -> new Input(OrderScenarios.moving("taken-a.com", "AUTH-taken-a.com"), null)),
                costly("transfer:start", world -> {
                    OrderScenarios.payByName(world);
                    return new Input(OrderScenarios.moving("taken-a.com", "AUTH-taken-a.com"), null);
                }),
                costly("transfer:start", world -> {
                    OrderScenarios.crowdedCart(
                            world,
                            "camel-ovh-domain transfer taken-a.com",
                            new OrderScenarios.Item(
                                    "order:addDomain", map("domain", "taken-a.com", "duration", "P1Y")));
                    return new Input(OrderScenarios.moving("taken-a.com", "AUTH-taken-a.com"), null);
                }),
                prepared("transfer:start", world -> {
                    stuck(world);
                    world.loseJournal();
                    return new Input(OrderScenarios.moving("taken-a.com", "AUTH-taken-a.com"), null);
                }),
                run("transfer:check", "domain", "taken-a.com"),
                prepared("transfer:status", world -> with("domain", stuck(world))),
                run("transfer:status", "domain", NAME),
                prepared("transfer:await", world -> {
                    world.call("transfer:start", OrderScenarios.moving("taken-a.com", "AUTH-taken-a.com"), null);
                    return with("domain", "taken-a.com", "wait", "P10D");
                }),
                prepared("transfer:fixAuthInfo", world -> with("domain", stuck(world), "authCode", "AUTH-taken-a.com")),
                prepared("transfer:cancel", world -> with("domain", stuck(world))),
                run("transfer:release", "domain", LEAVES),
                prepared("transfer:approve", world -> with("domain", LEAVES, "token", token(world))),
                prepared("transfer:reject", world -> with("domain", LEAVES, "token", token(world))),
                run("transfer:releaseByTag", "domain", "maison-zen-6.uk", "tag", "EXAMPLE-GB"));
    }

    private static List<Scenario> leaving() {
        return List.of(
                run("domain:planLock", "domain", NAME, "locked", false),
                prepared("domain:applyLock", world -> going("domain", NAME, "locked", false)),
                prepared("domain:applyLock", world -> {
                    world.call("domain:unlock", map("serviceName", NAME, "wait", "PT1H"), null);
                    return going("domain", NAME, "locked", true);
                }),
                run("transfer:planAuthCode", "domain", LEAVES, "authCodeStore", new Codes()),
                prepared("transfer:applyAuthCode", world -> {
                    world.call("domain:unlock", map("serviceName", LEAVES, "wait", "PT1H"), null);
                    return going("domain", LEAVES, "authCodeStore", new Codes());
                }),
                run("transfer:planRelease", "domain", LEAVES, "authCodeStore", new Codes()),
                run(
                        "transfer:planRelease",
                        "domain",
                        "maison-zen-6.uk",
                        "tag",
                        "EXAMPLE-GB",
                        "authCodeStore",
                        new Codes()),
                prepared("transfer:applyRelease", world -> going("domain", LEAVES, "authCodeStore", new Codes())),
                prepared(
                        "transfer:applyRelease",
                        world -> going("domain", "maison-zen-6.uk", "tag", "EXAMPLE-GB", "authCodeStore", new Codes())),
                prepared("transfer:checkRelease", world -> {
                    Input release = going("domain", LEAVES, "authCodeStore", new Codes());
                    world.call("transfer:applyRelease", release.parameters(), null);
                    world.pass(Duration.ofHours(1));
                    world.call("transfer:applyRelease", release.parameters(), null);
                    return release;
                }));
    }

    /** Takes every code. */
    private static final class Codes implements AuthCodeStore {
        @Override
        public Optional<PlanOutcome.Refused> objection() {
            return Optional.empty();
        }

        @Override
        public String placeOf(DomainName name) {
            return "the test";
        }

        @Override
        public String recipient() {
            return "the test";
        }

        @Override
        public void handOver(DomainName name, AuthCode code) {
            // nobody waits for it
        }
    }

    private static List<Scenario> tasks() {
        return List.of(
                run("task:find", "domain", NAME),
                run("task:find", "status", List.of("todo", "doing", "error")),
                prepared("task:find", world -> with("domain", stuck(world))),
                prepared("task:find", world -> with("ids", List.of(task(world)))),
                prepared("task:fix", world -> with("id", task(world), "argument.authInfo", "AUTH-taken-a.com")),
                prepared("task:proposeRepair", world -> with("id", task(world), "authCode", "AUTH-taken-a.com")),
                prepared("task:repair", world -> {
                    Map<String, Object> known = map("id", task(world), "authCode", "AUTH-taken-a.com");
                    return new Input(Map.of(), world.call("task:proposeRepair", known, null));
                }),
                prepared("task:await", world -> with("id", task(world))));
    }

    /** A transfer that waits for the right code. */
    static String stuck(CompositeWorld world) {
        world.call("transfer:start", OrderScenarios.moving("taken-a.com", "wrong-code"), null);
        world.call("transfer:await", map("domain", "taken-a.com", "wait", "P10D"), null);
        return "taken-a.com";
    }

    private static long task(CompositeWorld world) {
        List<?> tasks = (List<?>) world.call("task:find", map("domain", stuck(world)), null);
        return ((DomainTask) tasks.get(0)).id();
    }

    /** That of the mail to the owner of a name that another registrar asks for. */
    private static String token(CompositeWorld world) {
        AuthCode code = (AuthCode) world.call("transfer:release", map("domain", LEAVES), null);
        HttpRequest ask = HttpRequest.newBuilder(world.sandbox.origin().resolve("/_sandbox/outgoing/" + LEAVES))
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code.secret() + "\"}"))
                .build();
        try {
            String said = HttpClient.newHttpClient()
                    .send(ask, HttpResponse.BodyHandlers.ofString())
                    .body();
            return said.replaceFirst("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
