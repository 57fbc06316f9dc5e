// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelovh.domain.api.CredentialSearch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.SimpleMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CliErrorsTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    private int code(Exception failure) {
        CommandLine command = new CommandLine(new OvhDomainCli()).setErr(new PrintWriter(said, true));
        return new CliErrors().handleExecutionException(failure, command, null);
    }

    @Test
    void missingKeysAreNoWrongUsageWhereverTheyAreMissed() {
        Throwable missing = catchThrowable(
                () -> new CredentialSearch(Map.of(), Map.of(), List.of(folder.resolve("ovh.conf"))).require());

        assertThat(code(new FailedToCreateRouteException("order", "yaml", "x", missing)))
                .isEqualTo(ExitCode.NO_RIGHT.code());
        assertThat(said.toString()).startsWith("ovh-domain: No credentials").contains("OVH_CONSUMER_KEY", "ovh.conf");
    }

    @Test
    void anOptionThatTheComponentRefusesIsWrongUsage() {
        assertThat(code(new FailedToCreateRouteException(
                        "order", "yaml", "x", new IllegalArgumentException("region \"ovh-xx\" is unknown"))))
                .isEqualTo(ExitCode.WRONG_USAGE.code());
        assertThat(said.toString()).contains("nothing was started", "ovh-xx");
    }

    private static Throwable failureOf(String key, String value) {
        SimpleMain main = new SimpleMain(new DefaultCamelContext());
        main.addOverrideProperty(key, value);
        return catchThrowable(main::start);
    }

    @Test
    void aKeyThatCamelDoesNotKnowIsNamedAndItsValueIsNot() {
        Throwable failure = failureOf("camel.component.ovh-domain.consumer-kee", "hidden");

        assertThat(code((Exception) failure)).isEqualTo(ExitCode.WRONG_USAGE.code());
        assertThat(said.toString())
                .contains("camel.component.ovh-domain.consumerKee is not an option", "nothing was started")
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "camel.component.ovh-domian.region, no component ovh-domian",
        "camel.dataformat.csvx.delimiter, no dataformat csvx",
        "camel.language.simpel.trim, no language simpel",
    })
    void aPartThatCamelDoesNotKnowIsNamedAndItsValueIsNot(String key, String what) {
        Throwable failure = failureOf(key, "hidden");

        assertThat(code((Exception) failure)).isEqualTo(ExitCode.WRONG_USAGE.code());
        assertThat(said.toString())
                .contains(key + " is not an option: there is " + what, "nothing was started", "Correct its name")
                .doesNotContain("hidden", "Exception");
    }

    @Test
    void aValueThatCannotBeUsedIsNotRepeated() {
        Throwable failure = failureOf("camel.component.ovh-domain.calls-per-second", "many");

        assertThat(code((Exception) failure)).isEqualTo(ExitCode.WRONG_USAGE.code());
        assertThat(said.toString())
                .contains("camel.component.ovh-domain.callsPerSecond has a value that cannot be used")
                .doesNotContain("many");
    }
}
