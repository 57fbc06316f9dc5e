// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.app.file.DropRefusedException;
import io.github.camelovh.domain.app.renewal.policy.PolicyException;
import io.github.camelovh.domain.app.renewal.policy.PolicyFile;
import io.github.camelovh.domain.app.settings.RepairRulesFile;
import io.github.camelovh.domain.app.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of records that are far too large, too deep or too many are refused in a sentence, in little memory. */
@Timeout(300)
final class ParserLimitsTest {
    private static final int MANY = 1_000_000;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            long list           | yaml | a record with type and value was expected
            long flow list      | yaml | a record with type and value was expected
            long list of values | yaml | 200000 values or more
            many records        | yaml | 200000 records or more
            deep lists          | yaml | a record with type and value was expected
            deep maps           | yaml | a text or a list of texts was expected
            a billion laughs    | yaml | a record with type and value was expected
            two documents       | yaml | a second document begins
            deep lists          | json | nested more deeply
            deep maps           | json | nested more deeply
            long list           | json | 1000 problems
            long text           | json | longer text
            long number         | json | longer text or number
            trailing text       | json | more follows after the list
            twice the same      | json | Duplicate field
            nothing             | json | not a list of records
            long cell           | csv  | a cell (number 1) of
            many cells          | csv  | more than 1000 cells
            """)
    void isRefusedInASentence(String what, String ending, String why) throws IOException {
        Path file = file("example.com." + ending, text(what, ending));
        assertThatThrownBy(() -> DesiredZoneFile.read(file, null, true))
                .isInstanceOf(ZoneFileException.class)
                .hasMessageContaining(why)
                .message()
                .hasSizeLessThan(50_000);
    }

    static String text(String what, String ending) {
        return switch (what + " " + ending) {
            case "long list yaml" -> "- a\n".repeat(MANY);
            case "long flow list yaml" -> "[" + "a,".repeat(MANY) + "a]";
            case "long list of values yaml" -> "- {type: A, name: w, values: [" + "1,".repeat(MANY) + "1]}";
            case "many records yaml" -> "- {type: A}\n".repeat(MANY / 4);
            case "deep lists yaml" -> "[".repeat(MANY);
            case "deep maps yaml" -> "{a: ".repeat(MANY);
            case "a billion laughs yaml" -> "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n";
            case "two documents yaml" -> "- {type: A, name: w, value: 192.0.2.1}\n---\n- {}\n";
            case "deep lists json" -> "[".repeat(MANY);
            case "deep maps json" -> "[{\"a\":".repeat(MANY);
            case "long list json" -> "[" + "1,".repeat(MANY) + "1]";
            case "long text json" -> "[{\"type\":\"TXT\",\"target\":\"" + "x".repeat(MANY) + "\"}]";
            case "long number json" -> "[{\"ttl\":" + "9".repeat(MANY) + "}]";
            case "trailing text json" -> "[] {}";
            case "twice the same json" -> "[{\"type\":\"A\",\"type\":\"MX\",\"target\":\"192.0.2.1\"}]";
            case "nothing json" -> " ";
            case "long cell csv" -> "name,type,value\n" + "x".repeat(MANY / 10);
            case "many cells csv" -> "name,type,value\n" + ",".repeat(MANY);
            default -> throw new IllegalArgumentException(what + " " + ending);
        };
    }

    @ParameterizedTest
    @CsvSource({"deep lists", "deep maps", "long flow list"})
    void rulesAreRefusedAsWell(String what) throws IOException {
        Path file = file("rules.yaml", text(what, "yaml").substring(0, 600_000));
        assertThatThrownBy(() -> PolicyFile.read(file, "EUR"))
                .isInstanceOf(PolicyException.class)
                .hasMessageMatching("(?s).*(nested more than 20 levels deep|more than 100000 values).*");
        assertThatThrownBy(() -> RepairRulesFile.read(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageMatching("(?s).*(nested more than 20 levels deep|more than 100000 values).*");
    }

    @Test
    void aFileThatIsTooLongIsNotReadWhole() throws IOException {
        Path file = folder.resolve("example.com.yaml");
        try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 33);
        }
        assertThatThrownBy(() -> DesiredZoneFile.read(file, null, true))
                .isInstanceOf(DropRefusedException.class)
                .hasMessageContaining("more than 16777216 bytes, which is the limit");
    }

    /** What ended in an OutOfMemoryError before: two megabytes of one list in 160 MB. */
    @Test
    void aLongListNeedsLittleMemory() throws Exception {
        Path file = file("example.com.yaml", "- {type: A, values: [" + "a,".repeat(MANY) + "a]}\n");
        ProcessUnderTest process = ProcessUnderTest.start(
                folder,
                "zone",
                List.of("-Xmx160m"),
                SandboxProcess.environment(9),
                List.of(
                        "zone",
                        file.toString(),
                        "--data",
                        folder.resolve("data").toString()));
        assertThat(process.exitCode(240)).isPositive();
        assertThat(process.printed()).contains("200000 values or more").doesNotContain("OutOfMemory", "\tat ");
    }
}
