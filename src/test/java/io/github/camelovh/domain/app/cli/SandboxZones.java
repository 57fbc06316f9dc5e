// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Zones of a sandbox as zone files, and changes of them by others. */
final class SandboxZones {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SandboxZones() {}

    /** The current records, as a zone file lists them. */
    static ArrayNode records(OvhSandbox sandbox, String zone) throws IOException {
        JsonNode snapshot = Cli.call(sandbox, "dns", "records", "zoneName=" + zone, "reading=ids");
        ArrayNode records = JSON.createArrayNode();
        for (JsonNode held : snapshot.path("records")) {
            ObjectNode record = records.addObject();
            for (String member : List.of("subDomain", "fieldType", "target", "ttl")) {
                record.set(member, held.path(member));
            }
        }
        assertThat(records).as(snapshot.toString()).isNotEmpty();
        return records;
    }

    /** The current records and this many more hosts. */
    static ArrayNode wish(OvhSandbox sandbox, String zone, int hosts) throws IOException {
        ArrayNode records = records(sandbox, zone);
        for (int i = 1; i <= hosts; i++) {
            records.addObject()
                    .put("subDomain", "new-" + i)
                    .put("fieldType", "A")
                    .put("target", "192.0.2." + i)
                    .put("ttl", 300);
        }
        return records;
    }

    /** Somebody adds the host {@code by-hand} to example.com. */
    static void addByHand(OvhSandbox sandbox) throws IOException {
        Cli.call(
                sandbox,
                "dns",
                "upsert",
                "zoneName=example.com",
                "subDomain=by-hand",
                "fieldType=A",
                "target=192.0.2.99");
    }

    /** How many records example.com has, served or not yet; no call of the API. */
    static int edited(OvhSandbox sandbox) throws IOException, InterruptedException {
        HttpResponse<String> zone = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sandbox.origin().resolve("/_sandbox/zones/example.com"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(zone.body()).path("records").asInt();
    }

    /** The lines of example.com with hosts of a {@link #wish}, as its name servers answer. */
    static List<String> servedHosts(OvhSandbox sandbox) {
        return sandbox.servedRecords("example.com").stream()
                .filter(line -> line.contains("new-"))
                .toList();
    }
}
