// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of rules, with the examples of the registry guide. */
class RuleCheckTest {

    private static final String ACCEPT = """
            {"label":"ACCEPT_CONDITIONS","type":"bool",
             "constraints":[{"operator":"required"},{"operator":"shouldbetrue"}]}""";
    private static final String ACCEPT_UNLESS_REASON = """
            {"label":"ACCEPT_CONDITIONS","constraints":[{"operator":"required","conditions":
              {"label":"REASON","type":"text","constraints":[{"operator":"empty"}]}}]}""";
    private static final String ORGANISATION = """
            {"label":"OWNER_CONTACT","type":"contact","fields":{"label":"organisationName","constraints":[
              {"operator":"required","conditions":{"label":"OWNER_CONTACT","type":"contact",
                "fields":{"label":"legalForm","constraints":[
                  {"operator":"ne","value":"individual"},{"operator":"required"}]},
                "constraints":[{"operator":"required"}]}}]}}""";
    private static final String EITHER = """
            {"or":[{"label":"REASON","constraints":[{"operator":"required"}]},
                   {"label":"AUTH_INFO","constraints":[{"operator":"required"}]}]}""";

    private static Set<String> violated(String rule, String data) {
        return RuleCheck.violations(json(rule), json(data)).keySet();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | false",
                "{'ACCEPT_CONDITIONS':'false'} | false",
                "{'ACCEPT_CONDITIONS':'true'} | true",
                "{'ACCEPT_CONDITIONS':1} | true"
            })
    void wantsATrueValue(String data, boolean valid) {
        assertThat(violated(ACCEPT, data.replace('\'', '"')).isEmpty()).isEqualTo(valid);
    }

    @Test
    void skipsAConstraintWhoseConditionIsNotMet() {
        assertThat(violated(ACCEPT_UNLESS_REASON, "{}")).containsExactly("accept_conditions");
        assertThat(violated(ACCEPT_UNLESS_REASON, "{\"REASON\":\"mine\"}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"corporation, owner.organisation_name", "individual, ", "'', "})
    void asksForAnOrganisationByLegalForm(String form, String violation) {
        Set<String> found = violated(ORGANISATION, "{\"OWNER_CONTACT\":{\"legalForm\":\"" + form + "\"}}");

        assertThat(found).isEqualTo(violation == null ? Set.of() : Set.of(violation));
    }

    @Test
    void isContentWithOneOfSeveral() {
        assertThat(violated(EITHER, "{\"AUTH_INFO\":\"x\"}")).isEmpty();
        assertThat(violated(EITHER, "{}")).containsExactly("reason");
    }
}
