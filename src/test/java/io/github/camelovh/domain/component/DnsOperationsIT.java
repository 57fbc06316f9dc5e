// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.PlannedZone;
import io.github.camelovh.domain.dns.RecordType;
import io.github.camelovh.domain.dns.ZoneApplied;
import io.github.camelovh.domain.dns.ZoneDifference;
import io.github.camelovh.domain.dns.ZoneNotFinishedException;
import io.github.camelovh.domain.dns.ZoneRecord;
import io.github.camelovh.domain.dns.ZoneRefusedException;
import io.github.camelovh.domain.dns.ZoneSnapshot;
import io.github.camelovh.domain.dns.ZoneWish;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DnsOperationsIT {
    private static final String ZONE = "&param.zoneName=example.com";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private OvhSandbox sandbox;
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withZone("example.com", 20));
        SandboxComponent.in(context, sandbox);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
        sandbox.close();
    }

    @Test
    void plansSyncsAndUndoesByZoneFileAndJson() {
        String file = template.requestBody("ovh-domain:dns?operation=export" + ZONE, null, String.class);
        ZoneSnapshot former = template.requestBody(
                "ovh-domain:dns?operation=records&param.reading=ids" + ZONE, null, ZoneSnapshot.class);
        String wish = file + "\nshop 600 IN A 192.0.2.7\n";

        PlannedZone planned = template.requestBody("ovh-domain:dns?operation=plan" + ZONE, wish, PlannedZone.class);
        Exchange synced = template.request(
                "ovh-domain:dns?operation=sync&answerForm=TREE" + ZONE,
                exchange -> exchange.getMessage().setBody(wish));
        JsonNode applied = synced.getMessage().getBody(JsonNode.class);

        assertThat(planned.plan().toText()).contains("shop");
        assertThat(applied.at("/plan/digest").asText()).isEqualTo(planned.plan().digest());
        assertThat(applied.at("/plan/changes/0/change").asText()).isEqualTo("create");
        assertThat(synced.getMessage().getHeader(OvhDomainConstants.CALLS_MADE, Integer.class))
                .isPositive();

        template.requestBody(
                "ovh-domain:dns?operation=undo&param.allowEmpty=true", applied.toString(), ZoneApplied.class);

        assertThat(template.requestBody(
                                "ovh-domain:dns?operation=records&param.reading=ids" + ZONE, null, ZoneSnapshot.class)
                        .values())
                .containsExactlyInAnyOrderElementsOf(former.values());
    }

    @Test
    void takesAWholeWishAsBodyAndHandsOutTheRestorePointBeforeItWrites() {
        ZoneSnapshot former = template.requestBody(
                "ovh-domain:dns?operation=records&param.reading=ids" + ZONE, null, ZoneSnapshot.class);
        List<ZoneRecord> records = new ArrayList<>(former.values());
        records.add(new ZoneRecord("shop", RecordType.A, "192.0.2.7", 600));
        ZoneWish wish = ZoneWish.of(DomainName.of("example.com"), records);
        List<ZoneSnapshot> before = new ArrayList<>();
        Consumer<ZoneSnapshot> keep = point -> {
            sandbox.verifyCalls("POST /domain/zone/{zoneName}/record", 0);
            before.add(point);
        };

        PlannedZone planned = template.requestBody("ovh-domain:dns?operation=plan", wish, PlannedZone.class);
        template.requestBodyAndHeader(
                "ovh-domain:dns?operation=sync",
                wish,
                OvhDomainConstants.PARAMETERS,
                Map.of("plan", planned.plan().toJson(), "beforeFirstWrite", keep));

        assertThat(planned.plan().creates()).isEqualTo(1);
        assertThat(before).singleElement().satisfies(point -> assertThat(point.values())
                .containsExactlyInAnyOrderElementsOf(former.values()));
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/record", 1);
    }

    @Test
    void refusesWhatIsGivenBesideAWholeWishOrInPlaceOfOne() {
        ZoneWish wish = ZoneWish.of(DomainName.of("example.com"), List.of());
        sandbox.resetCalls();

        for (String beside : List.of("zoneName=other.com", "importAbove=1")) {
            assertThatThrownBy(() -> template.requestBody("ovh-domain:dns?operation=sync&param." + beside, wish))
                    .cause()
                    .isInstanceOf(WrongUsageException.class)
                    .hasMessageContaining(beside.substring(0, beside.indexOf('=')) + " cannot be given beside it");
        }
        assertThatThrownBy(() -> template.requestBody("ovh-domain:dns?operation=plan", "[]"))
                .cause()
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("\"zoneName\" (string) is missing");
        assertThatThrownBy(() ->
                        template.requestBody("ovh-domain:dns?operation=sync&param.beforeFirstWrite=x" + ZONE, "[]"))
                .cause()
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("java.util.function.Consumer");
        assertThat(sandbox.calls()).isZero();
    }

    @Test
    void importsWhereTheOptionSaysFromWhichShareOn() {
        StringBuilder wish = new StringBuilder("$TTL 3600\n");
        for (int i = 0; i < 30; i++) {
            wish.append("new-").append(i).append(" IN A 192.0.2.").append(i).append('\n');
        }
        String guards = "&param.maxDeletePercent=100&param.importAbove=60";

        PlannedZone planned = template.requestBody(
                "ovh-domain:dns?operation=plan" + ZONE + guards, wish.toString(), PlannedZone.class);
        ZoneApplied applied = template.requestBodyAndHeader(
                "ovh-domain:dns?operation=sync&limitsFromMessage=true" + ZONE,
                wish.toString(),
                OvhDomainConstants.PARAMETERS,
                Map.of("plan", planned.plan().toJson()),
                ZoneApplied.class);

        assertThat(planned.plan().toText()).contains("one import");
        assertThat(applied.plan().digest()).isEqualTo(planned.plan().digest());
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/import", 1);
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/record", 0);
        assertThatThrownBy(() -> template.requestBody(
                        "ovh-domain:dns?operation=plan&param.importAbove=101" + ZONE, wish.toString()))
                .cause()
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("between 0 and 100");
    }

    /** A message may write less by a plan, but not say that it was approved. */
    @Test
    void aPlanInAMessageOpensNoGuard() {
        String guards = "&param.allowEmpty=true&param.maxDeletePercent=100";
        PlannedZone planned =
                template.requestBody("ovh-domain:dns?operation=plan" + ZONE + guards, "[]", PlannedZone.class);
        Map<String, Object> plan = Map.of("plan", planned.plan().toJson());

        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        "ovh-domain:dns?operation=sync" + ZONE, "[]", OvhDomainConstants.PARAMETERS, plan))
                .cause()
                .isInstanceOf(ZoneRefusedException.class)
                .hasMessageContaining("allowEmpty");
        sandbox.verifyCalls("DELETE /domain/zone/{zoneName}/record/{id}", 0);

        template.requestBodyAndHeader(
                "ovh-domain:dns?operation=sync&limitsFromMessage=true" + ZONE,
                "[]",
                OvhDomainConstants.PARAMETERS,
                plan);
        assertThat(sandbox.calls("DELETE /domain/zone/{zoneName}/record/{id}")).isPositive();
    }

    /** A route that was killed between its last write and the refresh: it cannot read that a refresh is missing. */
    @Test
    void makesUpForARefreshThatARouteOwes() {
        String refresh = "POST /domain/zone/{zoneName}/refresh";
        String file = template.requestBody("ovh-domain:dns?operation=export" + ZONE, null, String.class);
        String wish = file + "\nshop 600 IN A 192.0.2.7\n";
        sandbox.fault(Fault.on(refresh, Fault.Kind.STATUS).times(0).status(403));
        assertThatThrownBy(() -> template.requestBody("ovh-domain:dns?operation=sync" + ZONE, wish))
                .cause()
                .isInstanceOf(ZoneNotFinishedException.class);
        sandbox.clearFaults();
        sandbox.advance(Duration.ofMinutes(5));
        assertThat(sandbox.servedRecords("example.com")).noneMatch(record -> record.contains("shop"));

        sandbox.resetCalls();
        ZoneApplied unaware = template.requestBody("ovh-domain:dns?operation=sync" + ZONE, wish, ZoneApplied.class);
        ZoneApplied aware = template.requestBody(
                "ovh-domain:dns?operation=sync&param.refreshOwed=true" + ZONE, wish, ZoneApplied.class);
        sandbox.advance(Duration.ofMinutes(5));

        assertThat(unaware.refreshed()).isFalse();
        assertThat(aware.refreshed()).isTrue();
        assertThat(aware.written()).isZero();
        sandbox.verifyCalls(refresh, 1);
        assertThat(sandbox.servedRecords("example.com")).anyMatch(record -> record.contains("shop"));
    }

    @Test
    void makesUpForARefreshThatAnUpsertOrAnUndoOwes() {
        Map<String, Object> record = Map.of("fieldType", "A", "subDomain", "shop", "target", "192.0.2.7");
        String upsert = "ovh-domain:dns?operation=upsert&param.refreshOwed=true" + ZONE;

        ZoneApplied first = template.requestBody(upsert, record, ZoneApplied.class);
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/refresh", 1);
        sandbox.advance(Duration.ofMinutes(5));
        ZoneApplied again = template.requestBody(upsert, record, ZoneApplied.class);

        assertThat(again.written()).isZero();
        assertThat(again.refreshed()).isTrue();
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/refresh", 2);
        sandbox.advance(Duration.ofMinutes(5));
        String undo = "ovh-domain:dns?operation=undo&param.refreshOwed=true";
        assertThat(template.requestBody(undo, first, ZoneApplied.class).written())
                .isEqualTo(1);
        sandbox.advance(Duration.ofMinutes(5));
        assertThat(template.requestBody(undo, first, ZoneApplied.class).refreshed())
                .isTrue();
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/refresh", 4);
    }

    @Test
    void ordersAZoneAndLeadsItToItsFile() {
        Exchange ordered = template.request("ovh-domain:dns?operation=order", exchange -> exchange.getMessage()
                .setBody("fresh.example"));
        assertThat(ordered.getMessage().getHeader(OvhDomainConstants.OUTCOME)).isEqualTo("Ordered");
        assertThat(template.requestBody("ovh-domain:dns?operation=await&param.wait=0", "fresh.example"))
                .isEqualTo(false);
        sandbox.advance(Duration.ofMinutes(30));
        assertThat(template.requestBody("ovh-domain:dns?operation=await", "fresh.example"))
                .isEqualTo(true);

        template.requestBody(
                "ovh-domain:dns?operation=sync&param.zoneName=fresh.example", "$TTL 3600\nwww IN A 192.0.2.7\n");

        Exchange again = template.request("ovh-domain:dns?operation=order", exchange -> exchange.getMessage()
                .setBody("fresh.example"));
        assertThat(again.getMessage().getHeader(OvhDomainConstants.OUTCOME))
                .as("the outcome of the first order again")
                .isEqualTo("Ordered");
        sandbox.verifySoldOnce("fresh.example");
    }

    @Test
    void refusesATemplateThatIsNone() {
        PurchaseOutcome outcome = template.requestBody(
                "ovh-domain:dns?operation=order&param.template=nonsense", "fresh.example", PurchaseOutcome.class);

        assertThat(outcome).isInstanceOf(PurchaseOutcome.Refused.class);
        assertThat(outcome.sentence()).contains("template");
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void stopsAtAGuardAndNamesItsOption() {
        assertThatThrownBy(() -> template.requestBody("ovh-domain:dns?operation=sync" + ZONE, "[]"))
                .cause()
                .isInstanceOf(ZoneRefusedException.class)
                .hasMessageContaining("allowEmpty");
        sandbox.verifyCalls("DELETE /domain/zone/{zoneName}/record/{id}", 0);
    }

    @Test
    void tellsTheLineOfABadZoneFile() {
        assertThatThrownBy(() -> template.requestBody(
                        "ovh-domain:dns?operation=sync" + ZONE, "$TTL 3600\nwww IN A not-an-address\n"))
                .cause()
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void upsertsFromMaps() {
        template.requestBody(
                "ovh-domain:dns?operation=upsert" + ZONE,
                Map.of(
                        "fieldType",
                        "TXT",
                        "subDomain",
                        "_acme-challenge",
                        "targets",
                        List.of("one", "two"),
                        "ttl",
                        60));

        ZoneSnapshot zone = template.requestBody("ovh-domain:dns?operation=records" + ZONE, null, ZoneSnapshot.class);
        assertThat(zone.values())
                .filteredOn(record -> record.subDomain().equals("_acme-challenge"))
                .extracting(record -> record.target())
                .containsExactlyInAnyOrder("\"one\"", "\"two\"");
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/refresh", 1);
    }

    @Test
    void tellsEachSerialOnceWithTheDifference() throws Exception {
        MockEndpoint changes = context.getEndpoint("mock:changes", MockEndpoint.class);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ovh-domain:dns?domain=example.com&initialDelay=0&delay=100")
                        .to("mock:changes");
            }
        });
        changes.expectedMessageCount(1);
        changes.assertIsSatisfied(10_000);
        changes.reset();
        changes.expectedMessageCount(1);

        template.requestBody(
                "ovh-domain:dns?operation=upsert" + ZONE,
                Map.of("fieldType", "A", "subDomain", "fresh", "target", "192.0.2.9"));
        sandbox.advance(Duration.ofMinutes(1));

        MockEndpoint.assertIsSatisfied(20, TimeUnit.SECONDS, changes);
        ZoneDifference difference = changes.getExchanges().get(0).getMessage().getBody(ZoneDifference.class);
        assertThat(difference.formerSerial()).isNotNull().isLessThan(difference.serial());
        assertThat(difference.added()).singleElement().satisfies(record -> assertThat(record.subDomain())
                .isEqualTo("fresh"));
        assertThat(difference.removed()).isEmpty();
    }
}
