// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.api.ConsumerKeyRequest;
import io.github.camelovh.domain.app.runtime.UsedOperations;
import io.github.camelovh.domain.operation.OperationRights;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rights}: the rights that keys need. Makes no call. */
@Command(
        name = "rights",
        mixinStandardHelpOptions = true,
        description = "Prints the access rules (for a consumer key) and the IAM actions (for a service account) that"
                + " ovh-domain needs, or those of some operations. Makes no call.")
final class RightsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RESOURCE[:OPERATION]",
            arity = "0..*",
            description = "For example order:create, or domain for all of its routes. Default: what `import` and `run`"
                    + " need.")
    private List<String> names = List.of();

    @Mixin
    @SuppressWarnings("UnusedVariable") // only for the help: the levels are set before the first logger is created
    private LogOptions log;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        OperationRights rights = OperationRights.of(names.isEmpty() ? UsedOperations.of(ProductOptions.home()) : names);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Access rules:");
        ConsumerKeyRequest.forOperations(rights.rows()).rules().forEach(rule -> out.println("  " + rule));
        out.println("IAM actions:");
        rights.iamActions().forEach(action -> out.println("  " + action));
        out.flush();
        return ExitCode.DONE.code();
    }
}
