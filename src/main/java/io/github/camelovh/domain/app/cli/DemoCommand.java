// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.settings.AppHome;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.SettingsFiles;
import io.github.camelovh.domain.app.settings.SettingsReader;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a whole import, from file to results, against a sandbox in this process. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a sandbox that sells nothing, imports the sample file, approves its plan itself, and shows where"
                    + " the results are. Needs no keys.",
            "No other command approves a plan itself."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String FOLDER = "demo";
    private static final int NAMES_OWNED = 5;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the demo creates its folder. Default: data.")
    private Path data = Path.of("data");

    @Mixin
    @SuppressWarnings("UnusedVariable") // only for the help: the levels are set before the first logger is created
    private LogOptions log;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        AppHome home = ProductOptions.home();
        Path folder =
                ProductOptions.workingFolder().resolve(data).resolve(FOLDER).normalize();
        empty(folder);
        SandboxOptions options = SandboxOptions.defaults().withDomains(NAMES_OWNED);
        try (OvhSandbox sandbox = OvhSandbox.start(options)) {
            err.println("OVH sandbox listening on " + sandbox.baseUrl()
                    + "; it sells nothing: no name is registered, no" + " money moves.");
            Properties properties =
                    new SettingsFiles(home, folder, Map.of()).read("sandbox", settings(sandbox, folder));
            ApplicationSettings settings = SettingsReader.read(properties, home, folder);
            try (Application product = Application.start(settings, properties, false)) {
                Path sample = home.config().resolve("samples").resolve("portfolio.csv");
                ExitCode end = new ImportFlow(product, out, err, "the demo itself")
                        .run(sample, new ImportFlow.Wish(false, null, true, false));
                out.println();
                out.println("Some rows were refused on purpose. Next: run ovh-domain sandbox, and in another shell"
                        + " ovh-domain import FILE --profile sandbox");
                return end == ExitCode.SOME_NOT_DONE ? ExitCode.DONE.code() : end.code();
            }
        }
    }

    private static Map<String, String> settings(OvhSandbox sandbox, Path folder) {
        return Map.of(
                "ovh-domain.approve.fourEyes",
                "false",
                "ovh-domain.data",
                folder.toString(),
                ProductOptions.Component.REGION,
                sandbox.baseUrl().toString(),
                ProductOptions.Component.APPLICATION_KEY,
                OvhSandbox.APPLICATION_KEY,
                ProductOptions.Component.APPLICATION_SECRET,
                OvhSandbox.APPLICATION_SECRET,
                ProductOptions.Component.CONSUMER_KEY,
                OvhSandbox.CONSUMER_KEY);
    }

    /** Empties the folder of an earlier demo, so that the same file is new again. Deletes nothing else. */
    private static void empty(Path folder) throws IOException {
        Path mark = folder.resolve(".demo");
        if (Files.exists(folder) && !Files.exists(mark)) {
            throw new UsageException(
                    folder + " exists, but was not created by a demo, so it was not changed. Move it away, or choose"
                            + " another --data.");
        }
        if (Files.exists(folder)) {
            List<Path> inner;
            try (Stream<Path> walk = Files.walk(folder)) {
                inner = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : inner) {
                Files.delete(each);
            }
        }
        PrivateFiles.folder(folder);
        PrivateFiles.create(mark);
    }
}
