// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.camelovh.domain.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rule as a flat list and as a JSON Schema, compared with the evaluator. */
class RuleSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CREATE = Set.of("create", "order");
    private static final int DATA = 6_000;

    private static final String RULE = """
            {"and":[
              {"label":"OWNER_CONTACT","type":"contact","constraints":[{"operator":"required"}],"fields":{"and":[
                {"label":"legalForm","type":"string","constraints":[{"operator":"required"},
                  {"operator":"contains","values":["individual","corporation"]}],"placeholder":"individual"},
                {"label":"organisationName","type":"string","description":"The firm","constraints":[{"operator":"required",
                  "conditions":{"label":"OWNER_CONTACT","fields":{"label":"legalForm",
                    "constraints":[{"operator":"ne","value":"individual"},{"operator":"required"}]},
                    "constraints":[{"operator":"required"}]}}]},
                {"label":"address.city","type":"string","constraints":[{"operator":"required"},
                  {"operator":"maxlength","value":"10"}]},
                {"label":"address.country","type":"string","constraints":[{"operator":"notcontains","values":["KP"]}]},
                {"label":"vat","type":"string","constraints":[{"operator":"match","value":"[A-Z]{2}[0-9]+"}]},
                {"label":"fax","constraints":[{"operator":"empty","conditions":{"label":"OWNER_CONTACT","fields":
                  {"label":"address.country","constraints":[{"operator":"eq","value":"NL"},{"operator":"required"}]}}}]},
                {"or":[{"label":"firstName","constraints":[{"operator":"required"}]},
                       {"label":"lastName","constraints":[{"operator":"notempty"},{"operator":"minlength","value":"2"}]}]}
              ]}},
              {"label":"ACCEPT_CONDITIONS","type":"bool","constraints":[{"operator":"required"},{"operator":"shouldbetrue"}]},
              {"label":"REASON","type":"text","contexts":["transfer"],"constraints":[{"operator":"required"}]}
            ]}
            """;

    private final Random random = new Random(20261126);

    private static Rule rule(String json) {
        try {
            return RuleReader.read(JSON.readTree(json));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(Rule rule) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(RuleSchema.of(rule, "a rule", CREATE));
    }

    private void maybe(ObjectNode object, String member, String... values) {
        int which = random.nextInt(values.length + 1);
        if (which < values.length) {
            object.put(member, values[which]);
        }
    }

    private ObjectNode data() {
        ObjectNode data = JSON.createObjectNode();
        if (random.nextInt(12) > 0) {
            ObjectNode owner = data.putObject("OWNER_CONTACT");
            maybe(owner, "legalForm", "individual", "corporation", "other", "");
            maybe(owner, "organisationName", "Engines", "");
            maybe(owner, "vat", "FR12", "nonsense", "");
            maybe(owner, "fax", "+31.2", "");
            maybe(owner, "firstName", "Ada", "");
            maybe(owner, "lastName", "L", "Lovelace", "");
            if (random.nextInt(6) > 0) {
                ObjectNode address = owner.putObject("address");
                maybe(address, "city", "Paris", "A city of a long name", "");
                maybe(address, "country", "FR", "NL", "KP", "");
            }
        }
        maybe(data, "ACCEPT_CONDITIONS", "true", "false", "1", "");
        return data;
    }

    @Test
    void takesAndRefusesWhatTheEvaluatorDoes() {
        Rule rule = rule(RULE);
        JsonSchema schema = schema(rule);
        int valid = 0;
        for (int i = 0; i < DATA; i++) {
            ObjectNode data = data();
            boolean evaluated = RuleEvaluator.violations(rule, data, CREATE).isEmpty();
            assertThat(schema.validate(data).isEmpty()).as("%s", data).isEqualTo(evaluated);
            valid += evaluated ? 1 : 0;
        }
        assertThat(valid).isBetween(20, DATA - 20);
    }

    @Test
    void documentedRulesMakeSchemas() throws Exception {
        Optional<Path> shared = SharedFolder.ifThere();
        for (String name :
                shared.isEmpty() ? List.<String>of() : List.of("rule-com-create", "rule-and", "rule-condition")) {
            JsonNode example = JSON.readTree(Files.readString(shared.get().resolve("examples/" + name + ".json")));
            Rule rule = RuleReader.read(example.at("/response/body"));
            assertThat(schema(rule).validate(JSON.createObjectNode())).as(name).isNotNull();
            assertThat(RuleFields.of(rule, CREATE)).as(name).isNotEmpty();
        }
    }

    @Test
    void tellsWhatIsNeededAlwaysSometimesOrNever() {
        List<RuleField> fields = RuleFields.of(rule(RULE), CREATE);

        assertThat(fields).extracting(RuleField::path).doesNotContain("REASON").contains("OWNER_CONTACT.address.city");
        Map<String, RuleField.Need> needs =
                fields.stream().collect(java.util.stream.Collectors.toMap(RuleField::path, RuleField::need));
        assertThat(needs)
                .containsEntry("OWNER_CONTACT.legalForm", RuleField.Need.ALWAYS)
                .containsEntry("OWNER_CONTACT.organisationName", RuleField.Need.SOMETIMES)
                .containsEntry("OWNER_CONTACT.firstName", RuleField.Need.SOMETIMES)
                .containsEntry("OWNER_CONTACT.vat", RuleField.Need.OPTIONAL);
        assertThat(fields)
                .filteredOn(field -> field.path().endsWith("organisationName"))
                .singleElement()
                .satisfies(field -> assertThat(field.demands())
                        .containsExactly("is needed where OWNER_CONTACT.legalForm is not individual"));
        assertThat(fields)
                .filteredOn(field -> field.path().endsWith("legalForm"))
                .singleElement()
                .satisfies(field -> assertThat(field.oneOf()).containsExactly("individual", "corporation"));
    }
}
