// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Outcome;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.change.Subject;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.renewal.RenewalOutcome;
import io.github.camelovh.domain.renewal.RenewalRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeSchemaTest {

    private static final DomainName NAME = DomainName.of("example.com");
    private static final Money PRICE = Money.of("8.39 EUR");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Subject SUBJECT = new Subject(NAME, 7L);
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(OutcomeSchema.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each kind, with all members and with as few as it can have. */
    static Stream<Outcome> outcomes() {
        return Stream.of(
                new PurchaseOutcome.Ordered(NAME, 7L, "a-cart", PRICE, true, false),
                new PurchaseOutcome.Ordered(NAME, 7L, null, null, null, true),
                new PurchaseOutcome.AlreadyOwned(NAME),
                new PurchaseOutcome.UnderWay(NAME, "task 5 is in progress", 7L),
                new PurchaseOutcome.UnderWay(NAME, "task 5 is in progress", null),
                new PurchaseOutcome.Refused(NAME, List.of("too dear", "premium")),
                new PurchaseOutcome.Failed(NAME, "OVHcloud is busy; nothing was ordered", true),
                new PurchaseOutcome.Unfinished(NAME, "no answer", "look at the orders", true),
                new PurchaseOutcome.Unfinished(NAME, "no answer", "look", false, 7L, PRICE, false),
                new RenewalOutcome.Ordered(NAME, 7L, PRICE, null, false),
                new RenewalOutcome.Renewed(NAME, LocalDate.of(2027, 3, 31)),
                new RenewalOutcome.UnderWay(NAME, 7L, "order 7 names it"),
                new RenewalOutcome.Refused(NAME, List.of("too dear")),
                new RenewalOutcome.Unfinished(NAME, "no answer", new RenewalRun.Sent(NOW, PRICE), NOW),
                new RenewalOutcome.Unfinished(NAME, "no answer", new RenewalRun.Sent(NOW, PRICE, 7L), null),
                new ExecutionResult.Done(SUBJECT, "is so"),
                new ExecutionResult.Sent(SUBJECT, "sent", List.of(5L)),
                new ExecutionResult.Later(SUBJECT, "waits", List.of(), Duration.ofMinutes(5), "asked"),
                new ExecutionResult.Later(SUBJECT, "waits", List.of(5L), Duration.ZERO, null),
                new ExecutionResult.Ordered(SUBJECT, PRICE, null, true, Duration.ofMinutes(1), null),
                new ExecutionResult.Stuck(SUBJECT, "hangs", "mend it"),
                new ExecutionResult.Refused(SUBJECT, "may not", "ask"),
                new ExecutionResult.Failed(SUBJECT, "said no", "look"),
                new ExecutionResult.Again(SUBJECT, "broke off", true),
                new ExecutionResult.PutOff(SUBJECT, "another has it", Duration.ofSeconds(2)),
                new PlanOutcome.AsWished(NAME, "is so"),
                new PlanOutcome.Changes(NAME, List.of("buy it"), new PlanOutcome.Cost(PRICE, null, "P1Y")),
                new PlanOutcome.Changes(NAME, List.of("turn it"), null),
                new PlanOutcome.Refused(NAME, "may not", "ask"));
    }

    /** Run {@link OutcomeSchema} to update the file. */
    @Test
    void isThatOfTheRecords() throws Exception {
        assertThat(Files.readString(OutcomeSchema.FILE)).isEqualTo(OutcomeSchema.current());
    }

    @Test
    void triesEachKind() {
        assertThat(outcomes().<Class<?>>map(Object::getClass).collect(Collectors.toSet()))
                .hasSameElementsAs(OutcomeKinds.types());
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void isOneShapeAsRecordAndMapAndJson(Outcome outcome) throws Exception {
        String json = PLAIN.writeValueAsString(outcome);
        JsonNode tree = PLAIN.readTree(json);

        assertThat(SCHEMA.validate(tree)).isEmpty();
        assertThat(json).startsWith("{\"outcome\":\"" + outcome.outcome() + "\",\"domain\":\"example.com\"");
        assertThat(ApiJson.mapper().writeValueAsString(outcome)).isEqualTo(json);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            TypeConverter converter = context.getTypeConverter();
            assertThat(converter.convertTo(String.class, outcome)).isEqualTo(json);
            assertThat(new String(converter.convertTo(byte[].class, outcome), StandardCharsets.UTF_8))
                    .isEqualTo(json);
            Map<?, ?> map = converter.convertTo(Map.class, outcome);
            assertThat(PLAIN.writeValueAsString(map)).isEqualTo(json);
            assertThat(PLAIN.writeValueAsString(AnswerTypes.shaped(outcome, AnswerForm.MAP)))
                    .isEqualTo(json);
            assertThat(PLAIN.writeValueAsString(AnswerTypes.shaped(outcome, AnswerForm.TREE)))
                    .isEqualTo(json);
        }
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void refusesWhatIsNoOutcome(Outcome outcome) {
        for (String member : List.of("outcome", "domain", "reasons")) {
            ObjectNode lacking = PLAIN.valueToTree(outcome);
            lacking.remove(member);
            assertThat(SCHEMA.validate(lacking)).as("without %s", member).isNotEmpty();
        }
        ObjectNode more = PLAIN.valueToTree(outcome);
        assertThat(SCHEMA.validate(more.put("secret", "x"))).isNotEmpty();
        ObjectNode paid = PLAIN.valueToTree(outcome);
        assertThat(SCHEMA.validate(paid.put("paid", "yes"))).isNotEmpty();
    }
}
