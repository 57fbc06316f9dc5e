// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.task.RepairSource;
import io.github.camelovh.domain.task.RepairSource.From;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairRulesFileTest {

    @Test
    void theShippedFileHoldsTheRulesOfTheProduct() throws IOException {
        assertThat(RepairRulesFile.read(Path.of("config/repair-rules.yaml")))
                .containsExactly(
                        new RepairSource("any", "authInfo", From.ROW, "authCode"),
                        new RepairSource("any", "any", From.ROW, "config.*"),
                        new RepairSource("any", "legitimacyAfnic", From.ROW, "config.REASON"));
    }

    @Test
    void anEmptyFileHasNoRules() {
        assertThat(RepairRulesFile.of("rules", "# none\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - argument: a, from: row, column: secret                    | line 2: the column of the rule for a must be
            - argument: a, from: text, column: secret                   | line 2: from: text takes value, not column
            - argument: a, from: row, value: secret                     | line 2: from: row takes column, not value
            - argument: a, from: text                                   | line 2: the rule for a has no value
            - argument: a, from: sky, value: secret                     | line 2: from must be one of row, contact, document, text
            - argument: a, from: contact, value: secret                 | line 2: the contact of the rule for a must be a number
            - argument: a, from: document, value: secret                | line 2: the document of the rule for a must be an id
            - from: text, value: secret                                 | line 2: a rule needs function, argument and from
            - argument: a, argument: b, from: text                      | line 3: argument is there twice
            - argument: a, form: text                                   | line 3: a rule has function
            - argument: [secret]                                        | line 2: argument must be one text
            - secret                                                    | line 2: a rule has function
            secret                                                      | line 2: a list of rules was expected
            - argument: "secret                                         | it is not YAML
            """)
    void refusesAWrongRuleWithItsLineAndWithoutItsValue(String rule, String why) {
        String text = "# rules\n" + rule.replace(", ", "\n  ") + "\n";

        assertThatThrownBy(() -> RepairRulesFile.of("repair-rules.yaml", text))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("repair-rules.yaml, line ")
                .hasMessageContaining(why)
                .hasMessageContaining("No rule of the file is used")
                .hasMessageNotContaining("secret");
    }

    @Test
    void namesAllThatIsWrong() {
        assertThatThrownBy(() -> RepairRulesFile.of("rules", "- one\n- argument: a\n- two\n"))
                .hasMessageContaining("line 1:")
                .hasMessageContaining("line 2:")
                .hasMessageContaining("line 3:");
    }
}
