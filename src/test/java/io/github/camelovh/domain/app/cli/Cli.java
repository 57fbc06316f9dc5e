// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line in this process, with captured streams. */
final class Cli {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Cli() {}

    /** The output and exit code of a command. */
    record Said(int code, String out, String err) {
        @Override
        public String toString() {
            return "exit " + code + "\n--- stdout\n" + out + "\n--- stderr\n" + err;
        }
    }

    static Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = OvhDomainCli.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }

    /** The command with the endpoint and the keys of a sandbox, and short waits; options given here override those. */
    static Said run(OvhSandbox sandbox, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments[0]));
        all.addAll(keys(sandbox));
        all.addAll(List.of(
                "--set",
                "ovh-domain.delivery.every=PT0.3S",
                "--set",
                "camel.component.ovh-domain.response-timeout=2000",
                "--set",
                "camel.component.ovh-domain.settle-time=300",
                "--set",
                "camel.component.ovh-domain.calls-per-second=500"));
        all.addAll(List.of(arguments).subList(1, arguments.length));
        return run(all.toArray(String[]::new));
    }

    /** The answer of {@code call} with these parameters, such as {@code zoneName=example.com}, without being asked. */
    static JsonNode call(OvhSandbox sandbox, String resource, String operation, String... parameters)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("call", resource, operation, "--yes"));
        for (String each : parameters) {
            all.addAll(List.of("-p", each));
        }
        Said said = run(sandbox, all.toArray(String[]::new));
        assertThat(said.code()).as(said.toString()).isZero();
        return JSON.readTree(said.out());
    }

    /** The code of the plan that a command shows. */
    static String code(Said said) {
        Matcher found = Pattern.compile("Code: ([0-9A-Z]{4}-[0-9A-Z]{4})").matcher(said.out());
        assertThat(found.find()).as(said.toString()).isTrue();
        return found.group(1);
    }

    /** Options to use a sandbox. */
    static List<String> keys(OvhSandbox sandbox) {
        return List.of(
                "--endpoint",
                sandbox.baseUrl().toString(),
                "--set",
                "camel.component.ovh-domain.application-key=" + OvhSandbox.APPLICATION_KEY,
                "--set",
                "camel.component.ovh-domain.application-secret=" + OvhSandbox.APPLICATION_SECRET,
                "--set",
                "camel.component.ovh-domain.consumer-key=" + OvhSandbox.CONSUMER_KEY);
    }
}
