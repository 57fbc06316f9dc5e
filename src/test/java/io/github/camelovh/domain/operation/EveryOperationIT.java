// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Parameter.Place;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.contract.ApiContract;
import io.github.camelovh.domain.sandbox.contract.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every route is called once by its operation's name, and the sandbox's contract check accepts each request. */
class EveryOperationIT {

    private static final String NAME = "already-mine.com";
    private static final String REFUSED = "refused";
    private static final Map<String, Object> MALFORMED =
            Map.of("long", "seven", "boolean", "perhaps", "duration", "a year", "date", "tomorrow", "datetime", "now");
    private static final Set<String> NAMES = Set.of("serviceName", "zoneName", "domainName", "domain");

    /** The refusals of a request that the contract does not describe. */
    private static final List<String> OFF_CONTRACT = List.of(
            "Received not described parameters",
            "Missing parameter(s)",
            "isn't formated correctly",
            "Got an invalid (or empty) URL");

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1));

    private final ApiContract contract = ApiContract.load();
    private final Samples samples = new Samples(contract);
    private final OperationCatalog catalog = OperationCatalog.shipped();
    private final CamelContext context = new DefaultCamelContext();
    private OvhApi api;
    private OperationCaller caller;

    @BeforeEach
    void open() {
        context.start();
        api = OvhApi.open(
                context,
                OvhApiSettings.of(
                                ApiRegion.of(OVH.sandbox().baseUrl().toString()),
                                new Credentials.ApplicationKey(
                                        OvhSandbox.APPLICATION_KEY,
                                        OvhSandbox.APPLICATION_SECRET,
                                        OvhSandbox.CONSUMER_KEY))
                        .withPace(1000, 8),
                HttpOptions.plain());
        caller = new OperationCaller(api, List.of());
    }

    @AfterEach
    void close() {
        api.close();
        context.stop();
    }

    /** One row of the coverage table: the results of one operation. */
    private record Covered(Operation operation, boolean sent, String unknown, String missing, String malformed) {
        String line() {
            return String.join(
                    ",",
                    operation.resource(),
                    operation.name(),
                    operation.route(),
                    sent ? "sent once and accepted" : "NOT SENT",
                    unknown,
                    missing,
                    malformed);
        }
    }

    @Test
    void sendsWhatTheContractDescribesAndNothingElse() throws Exception {
        List<Covered> table = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Operation each : catalog.all()) {
            OVH.sandbox().reset();
            Map<String, Object> outside = outside(each);
            Map<String, Object> body = body(each);
            String unknown = refusal(each, with(outside, "noSuchParameter", "x"), body);
            String missing = each.parameters().stream()
                    .filter(parameter -> parameter.required() && parameter.place() != Place.BODY)
                    .findFirst()
                    .map(parameter -> refusal(each, without(outside, parameter.name()), body))
                    .orElse("none required");
            String malformed = each.parameters().stream()
                    .filter(parameter -> MALFORMED.containsKey(parameter.type()) && parameter.place() != Place.BODY)
                    .findFirst()
                    .map(parameter ->
                            refusal(each, with(outside, parameter.name(), MALFORMED.get(parameter.type())), body))
                    .orElse("any text");
            assertThat(OVH.sandbox().calls(each.route())).as(each.fullName()).isZero();
            try {
                caller.call(each.resource(), each.name(), outside, body);
            } catch (OvhApiException e) {
                if (OFF_CONTRACT.stream().anyMatch(e.getMessage()::contains)) {
                    refused.add(each.fullName() + ": " + e.getMessage());
                }
            } catch (WrongUsageException e) {
                refused.add(each.fullName() + ": " + e.getMessage());
            }
            table.add(new Covered(each, OVH.sandbox().calls(each.route()) == 1, unknown, missing, malformed));
        }

        Path written = Path.of("target/operation-coverage.csv");
        Files.write(
                written,
                Stream.concat(
                                Stream.of(
                                        "resource,operation,route,call,unknown parameter,missing parameter,malformed value"),
                                table.stream().map(Covered::line))
                        .toList());
        System.out.printf(
                "%d of 368 operations called once each and accepted by the contract; wrong calls of each refused before they"
                        + " were sent: %s%n",
                table.stream().filter(Covered::sent).count(), written);
        assertThat(refused).isEmpty();
        assertThat(table).hasSize(368).allMatch(Covered::sent);
        assertThat(table).extracting(Covered::unknown).containsOnly(REFUSED);
        assertThat(table).extracting(Covered::missing).containsOnly(REFUSED, "none required");
        assertThat(table).extracting(Covered::malformed).containsOnly(REFUSED, "any text");
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> without(Map<String, Object> values, String name) {
        Map<String, Object> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return fewer;
    }

    private String refusal(Operation operation, Map<String, Object> outside, Map<String, Object> body) {
        try {
            caller.call(operation.resource(), operation.name(), outside, body);
            return "TAKEN";
        } catch (WrongUsageException e) {
            return REFUSED;
        } catch (OvhApiException e) {
            return "SENT";
        }
    }

    /** Values of path, query and headers; all but cursors, which only the server makes. */
    private Map<String, Object> outside(Operation operation) {
        Map<String, Object> values = new LinkedHashMap<>();
        operation.parameters().stream()
                .filter(each -> each.place() != Place.BODY && !each.name().endsWith("Cursor"))
                .forEach(each -> values.put(each.name(), outside(each)));
        return values;
    }

    private Object outside(Parameter parameter) {
        if (NAMES.contains(parameter.name())) {
            return NAME;
        }
        if (parameter.name().equals("serviceId")) {
            return 7; // some routes describe it as text
        }
        return parameter.type().equals("json") ? "{}" : sample(parameter.type());
    }

    /** All members that can be written; null if there is no body. */
    private Map<String, Object> body(Operation operation) {
        if (!operation.hasBody()) {
            return null;
        }
        io.github.camelovh.domain.sandbox.contract.ContractOperation described =
                contract.operation(operation.method().name(), operation.path()).orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        Stream.of(contract.model(String.valueOf(described.bodyType())).orElse(Map.of()), described.bodyMembers())
                .forEach(members -> members.forEach((name, field) -> {
                    if (!field.readOnly()) {
                        values.put(name, sample(field.type()));
                    }
                }));
        return values;
    }

    /** Small numbers: one may be a page's size, or a serial of 32 bits. */
    private JsonNode sample(String type) {
        if (type.equals("long")) {
            return IntNode.valueOf(7);
        }
        return samples.answer(new io.github.camelovh.domain.sandbox.contract.ContractOperation(
                "GET", "/", type, true, "production", Map.of(), Map.of(), null, Map.of(), List.of()));
    }
}
