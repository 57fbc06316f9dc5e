// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A zone of 80 records and a desired state that needs 40 writes: 12 creates, 12 updates, 8 deletes, and 4 names at
 * which an alias replaces an address or the reverse, with a delete and a create each. Read and written like any client,
 * without the code under test.
 */
final class CrashZone {
    static final String NAME = "crash.example";
    static final int RECORDS = 80;
    static final int CREATES = 16;
    static final int UPDATES = 12;
    static final int DELETES = 12;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONG_TEXT = "\"" + "a".repeat(255) + "\" \"" + "b".repeat(100) + "\"";

    /** By name: the new data of an updated record. */
    private static final Map<String, String> CHANGED = Map.ofEntries(
            Map.entry("host-6", "192.0.2.6"),
            Map.entry("host-7", "192.0.2.7"),
            Map.entry("host-8", "192.0.2.8"),
            Map.entry("host-10", "2001:db8:1::10"),
            Map.entry("host-20", "2001:db8:1::20"),
            Map.entry("host-11", "host-6." + NAME + "."),
            Map.entry("host-21", "elsewhere.example.net."),
            Map.entry("host-12", "\"token=changed\""),
            Map.entry("host-22", LONG_TEXT),
            Map.entry("host-13", "5 mail.example.net."),
            Map.entry("host-23", "7 mail." + NAME + "."));

    private static final String NEW_TTL = "_sip._tcp.host-14";
    private static final List<String> GONE =
            List.of("host-30", "host-31", "host-32", "host-33", "_sip._tcp.host-34", "host-35", "host-36", "host-37");
    private static final List<String> TO_ALIAS = List.of("host-46", "host-47");
    private static final List<String> TO_ADDRESS = List.of("host-41", "host-51");

    private final HttpClient http = HttpClient.newHttpClient();
    private final OvhSandbox sandbox;

    CrashZone(OvhSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The edited records of the zone. */
    List<ApiRecord> records() throws IOException, InterruptedException {
        List<ApiRecord> records = new ArrayList<>();
        for (JsonNode record : call("GET", "/record", "", "X-Pagination-Mode", "CachedObjectList-Pages")) {
            records.add(ApiRecord.of(record));
        }
        return records;
    }

    /** The desired records for a zone as the sandbox creates it. */
    static List<ApiRecord> wish(List<ApiRecord> now) {
        List<ApiRecord> wish = new ArrayList<>();
        for (ApiRecord record : now) {
            String name = record.subDomain();
            if (CHANGED.containsKey(name)) {
                wish.add(record.with(CHANGED.get(name), record.ttl()));
            } else if (name.equals(NEW_TTL)) {
                wish.add(record.with(record.target(), 7200));
            } else if (TO_ALIAS.contains(name)) {
                wish.add(new ApiRecord(name, "CNAME", "host-6." + NAME + ".", 300));
            } else if (TO_ADDRESS.contains(name)) {
                wish.add(new ApiRecord(name, "A", "192.0.2.41", 300));
            } else if (!GONE.contains(name)) {
                wish.add(record);
            }
        }
        wish.addAll(List.of(
                new ApiRecord("", "MX", "10 mail.example.net.", 0),
                new ApiRecord("", "TXT", "\"v=spf1 mx -all\"", 0),
                new ApiRecord("new-1", "A", "192.0.2.101", 300),
                new ApiRecord("new-1", "A", "192.0.2.102", 300),
                new ApiRecord("new-1", "AAAA", "2001:db8::101", 300),
                new ApiRecord("new-2", "CNAME", "new-1." + NAME + ".", 0),
                new ApiRecord("new-3", "TXT", LONG_TEXT, 0),
                new ApiRecord("new-3", "MX", "20 mail.example.net.", 0),
                new ApiRecord("_dmarc", "DMARC", "v=DMARC1;p=none;", 0),
                new ApiRecord("_sip._tcp.new-4", "SRV", "0 5 5060 new-1." + NAME + ".", 600),
                new ApiRecord("new-5", "CAA", "0 issue \"ca.example.net\"", 0),
                new ApiRecord("host-9", "AAAA", "2001:db8::9", 0)));
        return wish;
    }

    /** Changes the zone by single calls, in a simple order, and refreshes it. */
    void write(List<ApiRecord> wish) throws IOException, InterruptedException {
        for (JsonNode id : call("GET", "/record", "")) {
            call("DELETE", "/record/" + id.asLong(), "");
        }
        for (ApiRecord record : wish) {
            call("POST", "/record", record.json());
        }
        call("POST", "/refresh", "");
    }

    /** The desired records in the form of a zone file. */
    static String file(List<ApiRecord> wish) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        for (ApiRecord record : wish) {
            list.add(JSON.readTree(record.json()));
        }
        return list.toString();
    }

    private JsonNode call(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(sandbox.baseUrl() + "/domain/zone/" + NAME + path))
                .header("Authorization", "Bearer " + OvhSandbox.ACCESS_TOKEN)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** One record as the API has it, without its id. */
    record ApiRecord(String subDomain, String type, String target, long ttl) {

        static ApiRecord of(JsonNode node) {
            return new ApiRecord(
                    node.path("subDomain").asText(),
                    node.path("fieldType").asText(),
                    node.path("target").asText(),
                    node.path("ttl").asLong());
        }

        ApiRecord with(String newTarget, long newTtl) {
            return new ApiRecord(subDomain, type, newTarget, newTtl);
        }

        String json() {
            return JSON.createObjectNode()
                    .put("subDomain", subDomain)
                    .put("fieldType", type)
                    .put("target", target)
                    .put("ttl", ttl)
                    .toString();
        }
    }
}
