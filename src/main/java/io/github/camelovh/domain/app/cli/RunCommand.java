// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code run}: runs the workflows until it is stopped. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Watches inbox/ and zones/ and runs the workflows in routes/ until it is stopped.",
            "A file dropped into inbox/ is planned. After `ovh-domain approve`, its names are bought. A zone file"
                    + " dropped into zones/ is planned, and applied after its approval, or at once if the settings"
                    + " allow that."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Properties properties = options.properties();
        ApplicationSettings settings = options.read(properties);
        try (Application product = Application.start(settings, properties, true)) {
            spec.commandLine()
                    .getErr()
                    .println("Watching " + settings.inbox() + " and " + settings.zoneFolder() + "; results go to "
                            + settings.outbox()
                            + (settings.limits().now().any().isPresent()
                                    ? ""
                                    : ". No money limit is set: files are only planned, and nothing is bought except"
                                            + " what was approved under a limit earlier"));
            product.awaitStop();
            spec.commandLine().getErr().println("Stopping. Work in progress is completed, for up to 20 seconds");
            return ExitCode.DONE.code();
        }
    }
}
