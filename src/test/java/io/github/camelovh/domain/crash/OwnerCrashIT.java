// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.crash.WiretapProxy.Moment;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.SandboxOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of owner, killed at each write and started again: one order for each name, and the desired owners. */
@Tag("once")
class OwnerCrashIT {
    private static final String FIRST = "already-mine.com";
    private static final String SECOND = "garden-travel-1.com";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private KillMatrix matrix() {
        return new KillMatrix(
                folder,
                () -> OvhSandbox.start(SandboxOptions.defaults()
                        .withTaskTime(Duration.ofMillis(200))
                        .withDomains(2)
                        .withOwners(2)),
                List.of(
                        "action,domain,owner.lastName,owner.address.line2,disclosure.owner",
                        "set-contact," + FIRST + ",Lovelace,,",
                        "set-contact," + SECOND + ",,2nd floor,",
                        "set-disclosure," + FIRST + ",,,country"),
                "--yes",
                "--max-total=5",
                "--set=ovh-domain.delivery.every=PT0.3S");
    }

    private static JsonNode get(OvhSandbox sandbox, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Authorization", "Bearer " + OvhSandbox.ACCESS_TOKEN)
                .build();
        return new ObjectMapper()
                .readTree(
                        HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static JsonNode owner(OvhSandbox sandbox, String name) throws IOException, InterruptedException {
        return get(
                sandbox,
                "/domain/contact/"
                        + get(sandbox, "/domain/" + name).path("whoisOwner").asText());
    }

    private static List<String> look(OvhSandbox sandbox, KillPoint point) throws Exception {
        List<String> wrong = new ArrayList<>();
        List<String> ordered =
                sandbox.orders().stream().map(SandboxOrder::domain).toList();
        if (!ordered.equals(List.of(FIRST))) {
            wrong.add(point + ": ordered for " + ordered);
        }
        if (!owner(sandbox, FIRST).path("lastName").asText().equals("Lovelace")) {
            wrong.add(point + ": the owner was not changed");
        }
        if (!owner(sandbox, SECOND).at("/address/line2").asText().equals("2nd floor")) {
            wrong.add(point + ": the owner's data was not changed");
        }
        if (!get(sandbox, "/domain/" + FIRST + "/configurations/optin")
                .toString()
                .contains("country")) {
            wrong.add(point + ": nothing was disclosed");
        }
        return wrong;
    }

    @Test
    void aKillBeforeTheAnswerOfTheCheckoutOrdersOnce() throws Exception {
        matrix().run(
                        "owner",
                        List.of(new KillPoint("POST /order/cart/{}/checkout", 1, Moment.BEFORE_ANSWER)),
                        OwnerCrashIT::look);
    }

    @Test
    @Tag("crash")
    void aKillAtAnyWriteOrdersOnce() throws Exception {
        KillMatrix matrix = matrix();
        assertThat(matrix.writes()).hasSizeGreaterThan(15);
        matrix.run("owner", matrix.writes(), OwnerCrashIT::look);
    }
}
