// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.app.runtime.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code call RESOURCE OPERATION}: calls any operation of the component and prints JSON. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = {
            "Calls one operation and prints its answer as JSON.",
            "If the resource, operation or a parameter is wrong, it shows the valid ones and sends nothing.",
            "`ovh-domain call RESOURCE --help` lists the operations of the resource with their parameters."
        })
final class CallCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "RESOURCE",
            description = "For example domain, dns, order or task.",
            completionCandidates = Resources.class)
    private String resource;

    @Parameters(
            index = "1",
            paramLabel = "OPERATION",
            description = "For example get; for api: call.",
            completionCandidates = Operations.class)
    private String operation;

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the operation. Can be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--body", paramLabel = "JSON", description = "The body: JSON, or @FILE.")
    private String body;

    /** The resources, for completion. */
    static final class Resources implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return new OperationList().resources().iterator();
        }
    }

    /** The operations of all resources, for completion. */
    static final class Operations implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return new OperationList().operations().iterator();
        }
    }

    @Mixin
    private ProductOptions options;

    private CommandSpec spec;

    /** Appends the operations of the resource to the help, if a resource was given. */
    @Spec
    void spec(CommandSpec spec) {
        this.spec = spec;
        spec.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> footer());
    }

    private String footer() {
        OperationList operations = new OperationList();
        return String.format("%n")
                + (resource == null
                        ? String.format("Resources: %s%n", String.join(", ", operations.resources()))
                        : operations.of(resource));
    }

    @Override
    public Integer call() throws Exception {
        String json = body != null && body.startsWith("@") ? Files.readString(Path.of(body.substring(1))) : body;
        try (Connection connection = Connection.open(options.properties())) {
            Object answer = connection
                    .endpoints()
                    .tree(resource, operation, parameters, json)
                    .body();
            // An auth code is what this call is for: it is shown as the API answers it.
            Object shown = answer instanceof AuthCode code ? code.secret() : answer;
            spec.commandLine()
                    .getOut()
                    .println(ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(shown));
        }
        return ExitCode.DONE.code();
    }
}
