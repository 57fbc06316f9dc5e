// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.api.ConsumerKeyRequest;
import io.github.camelovh.domain.api.model.RequestedKey;
import io.github.camelovh.domain.app.runtime.KeyLogin;
import io.github.camelovh.domain.app.runtime.UsedOperations;
import io.github.camelovh.domain.operation.OperationRights;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code login}: gets a consumer key with only the rights that are needed. */
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = {
            "Asks OVHcloud for a consumer key, shows the page where the account's owner consents, and waits for the"
                    + " consent.",
            "The application key and secret come from OVH_APPLICATION_KEY and OVH_APPLICATION_SECRET, or ovh.conf."
        })
final class LoginCommand implements Callable<Integer> {
    @Option(names = "--endpoint", paramLabel = "NAME|URL", description = "ovh-eu, ovh-ca, ovh-us, or a base URL.")
    private String endpoint;

    @Option(
            names = "--for",
            paramLabel = "RESOURCE[:OPERATION]",
            description = "Ask for the rights of these operations, instead of those that `import` and `run` need.")
    private List<String> names = List.of();

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write all three keys to a new file, such as ovh.conf, that only you can read.")
    private Path file;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for consent. Default: ${DEFAULT-VALUE}.")
    private long seconds = 600;

    @Mixin
    @SuppressWarnings("UnusedVariable") // only for the help: the levels are set before the first logger is created
    private LogOptions log;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (file != null && Files.exists(file)) {
            throw new UsageException(
                    file + " exists already and was not overwritten. No key was requested. Choose" + " another file.");
        }
        ConsumerKeyRequest rights = ConsumerKeyRequest.forOperations(
                OperationRights.of(names.isEmpty() ? UsedOperations.of(ProductOptions.home()) : names)
                        .rows());
        PrintWriter err = spec.commandLine().getErr();
        KeyLogin login = new KeyLogin(KeyLogin.search(endpoint, ProductOptions.workingFolder()));
        RequestedKey key = login.request(rights);
        err.println("Open this page, sign in and consent to " + rights.rules().size() + " rights:");
        err.println("  " + key.validationUrl());
        err.println("Waiting up to " + seconds + " s ...");
        if (!login.awaitConsent(key, Duration.ofSeconds(seconds))) {
            throw new CommandFailedException(
                    "Nobody consented within " + seconds + " s. The requested key is not valid. Run login again.");
        }
        tell(login, key, err);
        return ExitCode.DONE.code();
    }

    private void tell(KeyLogin login, RequestedKey key, PrintWriter err) throws Exception {
        if (file == null) {
            err.println("The key is valid. Store it beside the application key, as " + login.place() + ":");
            spec.commandLine().getOut().println(login.line(key));
            return;
        }
        try {
            login.write(file, key);
            err.println("The key is valid; all three keys are in " + file + ".");
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(
                    file + " was created meanwhile and was not overwritten. The key was not saved. Run login again.");
        }
    }
}
