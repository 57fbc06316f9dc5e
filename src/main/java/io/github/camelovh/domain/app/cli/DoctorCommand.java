// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelovh.domain.app.doctor.Doctor;
import io.github.camelovh.domain.app.doctor.Finding;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.runtime.Connection;
import io.github.camelovh.domain.app.runtime.UsedOperations;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: checks the set-up, and says how to correct what is wrong. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks keys, rights, clock, ledger, folders, mail and webhook, and says what is wrong and how to correct it."
                    + " Changes nothing.",
            "The exit code is 1 if something does not work."
        })
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Properties properties = options.properties();
        ApplicationSettings settings = options.read(properties);
        List<Finding> found;
        try (Connection connection = Connection.open(properties)) {
            found = Doctor.of(
                            settings,
                            Application.placeOf(settings),
                            connection.endpoints(),
                            UsedOperations.of(ProductOptions.home()),
                            isSandbox(properties),
                            Clock.system(ZoneId.systemDefault()))
                    .examine();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? json(found) : text(found));
        out.flush();
        return (found.stream().anyMatch(each -> each.level() == Finding.Level.FAULT)
                        ? ExitCode.SOME_NOT_DONE
                        : ExitCode.DONE)
                .code();
    }

    /** OVHcloud's API is never on this machine. */
    private static boolean isSandbox(Properties properties) {
        String region = properties.getProperty(ProductOptions.Component.REGION, "");
        return region.matches("http://(127\\.0\\.0\\.1|localhost|\\[::1\\])[:/].*");
    }

    private static String text(List<Finding> found) {
        StringBuilder lines = new StringBuilder();
        for (Finding each : found) {
            lines.append(String.format(Locale.ROOT, "%-8s %-8s %s%n", word(each), each.area(), each.what()));
            if (!each.whatToDo().isEmpty()) {
                lines.append(String.format(Locale.ROOT, "%-17s -> %s%n", "", each.whatToDo()));
            }
        }
        return lines.toString();
    }

    private static String json(List<Finding> found) {
        ArrayNode list = new ObjectMapper().createArrayNode();
        for (Finding each : found) {
            list.addObject()
                    .put("area", each.area())
                    .put("level", word(each))
                    .put("what", each.what())
                    .put("whatToDo", each.whatToDo());
        }
        return list.toPrettyString() + "\n";
    }

    private static String word(Finding finding) {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }
}
