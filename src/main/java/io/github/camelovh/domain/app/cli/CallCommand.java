// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.catalog.Risk;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.app.runtime.Connection;
import io.github.camelovh.domain.operation.OperationPreview;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code call RESOURCE OPERATION}: calls any operation of the component and prints JSON; asks before it changes something. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = {
            "Calls one operation and prints its answer as JSON.",
            "If the resource, operation or a parameter is wrong, it shows the valid ones and sends nothing.",
            "An operation that changes something or spends money is shown first, with its plan if it has one, and asked"
                    + " for on a terminal. Without a terminal it needs --yes; otherwise nothing is sent, and the exit"
                    + " code is 3.",
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

    @Option(
            names = "--dry-run",
            description = "Show the request, or what a composite operation may call and its plan. Change nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask before something is changed or money is spent.")
    private boolean yes;

    private final Supplier<Optional<BufferedReader>> terminal;

    CallCommand() {
        this(Terminal::ofThisProcess);
    }

    /** @param terminal where a person types; empty without one */
    CallCommand(Supplier<Optional<BufferedReader>> terminal) {
        this.terminal = terminal;
    }

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
        Object content = body != null && body.startsWith("@") ? content(Path.of(body.substring(1))) : body;
        OperationPreview preview = OperationPreview.of(resource, operation, Map.copyOf(parameters), content);
        if (dryRun && preview.plan() == null) {
            print(preview.shown());
            return ExitCode.DONE.code();
        }
        try (Connection connection = Connection.open(options.properties())) {
            if (dryRun || (preview.risk() != Risk.READ && !yes)) {
                ObjectNode shown = withPlan(preview, connection, content);
                if (dryRun) {
                    print(shown);
                    return ExitCode.DONE.code();
                }
                ask(preview, shown);
            }
            Object answer = connection
                    .endpoints()
                    .tree(resource, operation, parameters, content)
                    .body();
            // An auth code is what this call is for: it is shown as the API answers it.
            print(answer instanceof AuthCode code ? code.secret() : answer);
        }
        return ExitCode.DONE.code();
    }

    private static byte[] content(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException((Files.exists(file) ? file + " is not a file" : "There is no file " + file)
                    + ". Nothing was sent; check the path after --body @.");
        }
        return Files.readAllBytes(file);
    }

    /** What the operation itself would find is asked of the one that plans it, which changes nothing. */
    private ObjectNode withPlan(OperationPreview preview, Connection connection, Object content) {
        ObjectNode shown = preview.shown();
        if (preview.plan() != null) {
            Object plan = connection
                    .endpoints()
                    .tree(resource, preview.plan().operation(), preview.plan().parameters(), content)
                    .body();
            shown.set("plan", ApiJson.mapper().valueToTree(plan));
        }
        return shown;
    }

    private void ask(OperationPreview preview, ObjectNode shown) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        err.println(text(shown));
        String notSent = resource + ":" + operation + " was not called, because it may "
                + (preview.risk() == Risk.SPEND ? "spend money" : "change something") + ". ";
        Optional<BufferedReader> person = terminal.get();
        if (person.isEmpty()) {
            throw new WaitsException(notSent + "To call it, run the same command with --yes");
        }
        err.print("Type yes to send this: ");
        err.flush();
        String typed = person.get().readLine();
        if (typed == null || !typed.strip().equalsIgnoreCase("yes")) {
            throw new WaitsException(notSent + "You did not type yes");
        }
    }

    private void print(Object answer) throws IOException {
        spec.commandLine().getOut().println(text(answer));
    }

    private static String text(Object shown) throws IOException {
        return ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(shown);
    }
}
