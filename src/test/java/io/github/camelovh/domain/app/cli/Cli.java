// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** The command line in this process, with captured streams. */
final class Cli {

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
