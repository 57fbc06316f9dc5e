// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static io.github.camelovh.domain.operation.Scenario.NAME;
import static io.github.camelovh.domain.operation.Scenario.map;
import static io.github.camelovh.domain.operation.Scenario.prepared;
import static io.github.camelovh.domain.operation.Scenario.run;
import static io.github.camelovh.domain.operation.Scenario.with;

import io.github.camelovh.domain.operation.Scenario.Input;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@link CompositeRowsIT} has each composite operation do, so that each of its branches is taken. */
final class CompositeScenarios {

    private CompositeScenarios() {}

    static List<Scenario> all() {
        return Stream.of(
                        names(),
                        ZoneScenarios.all(),
                        OrderScenarios.all(),
                        TransferScenarios.all(),
                        PeopleScenarios.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> names() {
        return List.of(
                run("domain:scan"),
                run("domain:unlock", "serviceName", NAME, "wait", "PT1H"),
                prepared("domain:lock", world -> {
                    world.call("domain:unlock", map("serviceName", NAME, "wait", "PT1H"), null);
                    return with("serviceName", NAME, "wait", "PT1H");
                }),
                run("domain:unlock", "serviceName", NAME, "through", "v2"),
                prepared("domain:lock", world -> {
                    world.call("domain:unlock", map("serviceName", NAME, "wait", "PT1H"), null);
                    return with("serviceName", NAME, "through", "v2");
                }),
                run("domain:changeTarget", "domain", NAME, "protected", false, "wait", "PT1H"),
                run("rules:explain", "domain", NAME),
                run("rules:schema", "domain", NAME),
                prepared("rules:evaluate", world -> new Input(map("domain", NAME), Map.of())),
                run("rules:eligibility", "domain", "new-name.fr"),
                run("rules:eligibility", "domain", "new-name.fr", "ownerContact", "/me/contact/5000000002"),
                run(
                        "rules:eligibility",
                        "domain",
                        "new-name.eu",
                        "owner.firstName",
                        "Ada",
                        "owner.address.country",
                        "US"),
                run("api:usage"),
                run("api:clockSkew"),
                prepared(
                        "account:uploadDocument",
                        world -> new Input(map("name", "proof.pdf"), "proof".getBytes(StandardCharsets.UTF_8))));
    }
}
