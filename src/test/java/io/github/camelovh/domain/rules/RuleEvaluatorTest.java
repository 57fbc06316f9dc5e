// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleEvaluatorTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** With single quotes, because JSON in text blocks is hard to read otherwise. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static List<String> violations(String rule, String data, String... contexts) {
        return RuleEvaluator.violations(RuleReader.read(json(rule)), json(data), Set.of(contexts)).stream()
                .map(each -> each.path() + " " + each.operator().word())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | ACCEPT_CONDITIONS required",
                "{'ACCEPT_CONDITIONS':'false'}   | ACCEPT_CONDITIONS shouldbetrue",
                "{'ACCEPT_CONDITIONS':'true'}    | ",
                "{'ACCEPT_CONDITIONS':1}         | ",
                "{'ACCEPT_CONDITIONS':true}      | ",
            })
    void aSimpleLabel(String data, String violation) {
        String rule = "{'label':'ACCEPT_CONDITIONS','type':'bool','constraints':[{'operator':'required'},"
                + "{'operator':'shouldbetrue'}]}";

        assertThat(violations(rule, data)).isEqualTo(violation == null ? List.of() : List.of(violation));
    }

    @Test
    void aConstraintWithAConditionHoldsOnlyWhereThatIsMet() {
        String rule = "{'label':'ACCEPT_CONDITIONS','constraints':[{'operator':'required','conditions':"
                + "{'label':'REASON','type':'text','constraints':[{'operator':'empty'}]}}]}";

        assertThat(violations(rule, "{}")).containsExactly("ACCEPT_CONDITIONS required");
        assertThat(violations(rule, "{'REASON':'a town'}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"corporation, true", "individual, false", ", false"})
    void aMemberMayDependOnAnother(String legalForm, boolean missing) {
        String rule = "{'label':'OWNER_CONTACT','type':'contact','fields':{'label':'organisationName','constraints':"
                + "[{'operator':'required','conditions':{'label':'OWNER_CONTACT','type':'contact','fields':"
                + "{'label':'legalForm','constraints':[{'operator':'ne','value':'individual'},{'operator':'required'}]},"
                + "'constraints':[{'operator':'required'}]}}]}}";
        ObjectNode owner = JSON.createObjectNode().put("firstName", "Ada");
        if (legalForm != null) {
            owner.put("legalForm", legalForm);
        }

        assertThat(violations(
                        rule,
                        JSON.createObjectNode().set("OWNER_CONTACT", owner).toString()))
                .isEqualTo(missing ? List.of("OWNER_CONTACT.organisationName required") : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'operator':'eq','value':'DE'                     | DE    | FR",
                "'operator':'ne','value':'DE'                     | FR    | DE",
                "'operator':'gt','value':'9'                      | 10    | 9",
                "'operator':'gte','value':'9'                     | 9.0   | 8",
                "'operator':'lt','value':'10'                     | 9     | 10",
                "'operator':'lte','value':'2000-01-31'            | 2000-01-31 | 2000-02-01",
                "'operator':'minlength','value':'3'               | abc   | ab",
                "'operator':'maxlength','value':'3'               | abc   | abcd",
                "'operator':'between','values':['2','10']         | 9     | 11",
                "'operator':'contains','values':['DE','FR']       | FR    | F",
                "'operator':'notcontains','values':['DE','FR']    | F     | FR",
                "'operator':'match','value':'[0-9]{5}'            | 75001 | 750011",
                "'operator':'shouldbetrue'                        | 1     | yes",
            })
    void operators(String constraint, String good, String bad) {
        String rule = "{'label':'REASON','constraints':[{" + constraint + "}]}";

        assertThat(violations(rule, "{'REASON':'" + good + "'}")).isEmpty();
        assertThat(violations(rule, "{'REASON':'" + bad + "'}")).hasSize(1);
        assertThat(violations(rule, "{}"))
                .as("what is not there breaks none of these")
                .isEmpty();
        assertThat(violations(rule, "{'REASON':''}")).isEmpty();
    }

    @Test
    void presence() {
        assertThat(violations("{'label':'A','constraints':[{'operator':'empty'}]}", "{'A':'x'}"))
                .hasSize(1);
        assertThat(violations("{'label':'A','constraints':[{'operator':'empty'}]}", "{}"))
                .isEmpty();
        assertThat(violations("{'label':'A','constraints':[{'operator':'notempty'}]}", "{'A':null}"))
                .hasSize(1);
        assertThat(violations("{'label':'A','constraints':[{'operator':'readonly'}]}", "{'A':'x'}"))
                .isEmpty();
    }

    @Test
    void allOfAndAndOneOfOr() {
        String one = "{'label':'A','constraints':[{'operator':'required'}]}";
        String two = "{'label':'B','constraints':[{'operator':'required'}]}";
        String both = "{'and':[" + one + "," + two + "]}";

        assertThat(violations(both, "{}")).containsExactly("A required", "B required");
        assertThat(violations("{'or':[" + one + "," + two + "]}", "{'B':'x'}")).isEmpty();
        assertThat(violations("{'or':[" + both + "," + two + "]}", "{}"))
                .as("the way that is nearest")
                .containsExactly("B required");
    }

    @Test
    void contextsChooseWhatHolds() {
        String rule = "{'label':'A','constraints':[{'operator':'required','contexts':['transfer','premium']}]}";

        assertThat(violations(rule, "{}", "create")).isEmpty();
        assertThat(violations(rule, "{}", "create", "premium")).containsExactly("A required");
        assertThat(violations(
                        "{'label':'A','contexts':['trade'],'constraints':[{'operator':'required'}]}", "{}", "create"))
                .isEmpty();
    }

    @Test
    void aConditionInSmallLettersIsAboutTheSameContact() {
        String rule =
                "{'label':'OWNER_CONTACT','fields':{'label':'vat','constraints':[{'operator':'required','conditions':"
                        + "{'label':'address.country','constraints':[{'operator':'eq','value':'IT'},{'operator':'required'}]}}]}}";

        assertThat(violations(rule, "{'OWNER_CONTACT':{'address':{'country':'IT'}}}"))
                .containsExactly("OWNER_CONTACT.vat required");
        assertThat(violations(rule, "{'OWNER_CONTACT':{'address':{'country':'FR'}}}"))
                .isEmpty();
    }

    @Test
    void sentencesTellWhatIsWantedAndNotWhatWasGiven() {
        Rule rule = RuleReader.read(json("{'label':'OWNER_CONTACT','fields':{'label':'address.country','description':"
                + "'Country of the owner','constraints':[{'operator':'contains','values':['DE','FR']}]}}"));

        List<Violation> found =
                RuleEvaluator.violations(rule, json("{'OWNER_CONTACT':{'address':{'country':'XY'}}}"), Set.of());

        assertThat(found)
                .extracting(Violation::sentence)
                .containsExactly("OWNER_CONTACT.address.country must be one of DE, FR (Country of the owner)");
    }

    @Test
    void aRuleOfAnotherWorldIsGivenUp() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            deep.append("{'and':[");
        }
        String endless = "{'label':'A','constraints':[{'operator':'match','value':'(a*)*(a*)*(a*)*b'}]}";

        assertThatThrownBy(() -> RuleReader.read(json(deep + "{}" + "]}".repeat(100))))
                .hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> violations(endless, "{'A':'" + "a".repeat(60) + "'}"))
                .isInstanceOf(RuleTooComplexException.class)
                .hasMessageContaining("takes too long");
        String wide = "{'and':[" + "{'label':'A'},".repeat(30_000) + "{}]}";
        assertThatThrownBy(() -> RuleReader.read(json(wide))).hasMessageContaining("more than");
    }

    @Test
    void conditionsOnConditionsAreBounded() {
        String rule = "{'label':'A'}";
        for (int i = 0; i < 25; i++) {
            rule = "{'label':'A','constraints':[{'operator':'eq','value':'x','conditions':" + rule
                    + "},{'operator':'eq','value':'x','conditions':" + rule + "}]}";
            if (rule.length() > 400_000) {
                break;
            }
        }
        Rule read = RuleReader.read(json(rule));

        assertThat(RuleEvaluator.violations(read, json("{'A':'y'}"), Set.of()).size())
                .isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a", "(?<", "*"})
    void anExpressionThatCannotBeReadIsSaid(String expression) {
        String rule = "{'label':'A','constraints':[{'operator':'match','value':'" + expression + "'}]}";

        assertThatThrownBy(() -> violations(rule, "{'A':'x'}")).isInstanceOf(RuleTooComplexException.class);
    }

    @Test
    void anOperatorThatIsNotKnownIsNotPassedOver() {
        assertThatThrownBy(() -> RuleReader.read(json("{'label':'A','constraints':[{'operator':'sounds'}]}")))
                .hasMessageContaining("sounds");
    }
}
