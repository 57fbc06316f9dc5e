// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.ApprovalAnswer;
import io.github.camelovh.domain.app.job.PlanApproval;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerBusyException;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.runtime.RemoteControlFiles;
import io.github.camelovh.domain.app.runtime.ZoneServices;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.zonefile.ZoneApprovals;
import io.github.camelovh.domain.app.zonefile.ZoneOverview;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code approve DIGEST}: approves a plan, so that it is bought or applied to its zone. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = {
            "Approves the plan with this digest. `status` and the plan itself show the digest.",
            "A running `run` then buys the names, within the limits that it was started with. The plan of a zone"
                    + " file that was dropped into zones/ is applied."
        })
final class ApproveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIGEST", description = "The digest of the plan.")
    private String digest;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!digest.matches("[0-9a-f]{8,64}")) {
            throw new UsageException("A digest consists of hexadecimal digits, not: " + digest);
        }
        ApplicationSettings settings = options.read(options.properties());
        Optional<ApprovalAnswer> ofZone =
                new ZoneApprovals(ZoneServices.folder(settings)).approve(digest, ImportCommand.approver());
        ApprovalAnswer answer = ofZone.isPresent() ? ofZone.get() : approve(settings);
        spec.commandLine().getErr().println(answer.sentence() + (answer.given() ? "" : zonesThatWait(settings)));
        return answer.given() ? ExitCode.DONE.code() : ExitCode.WAITS.code();
    }

    private static String zonesThatWait(ApplicationSettings settings) throws IOException {
        String lines = new ZoneOverview(ZoneServices.folder(settings))
                .open().stream().map(ZoneOverview::line).collect(Collectors.joining());
        return lines.isEmpty() ? "" : " Waiting zones:\n" + lines.stripTrailing();
    }

    private ApprovalAnswer approve(ApplicationSettings settings) throws Exception {
        try (Ledger ledger = Application.openLedger(settings, Clock.system(ZoneId.systemDefault()))) {
            return new PlanApproval(ledger, settings.limits().now()).approve(digest, ImportCommand.approver());
        } catch (LedgerBusyException e) {
            return askTheHolder(settings.control());
        }
    }

    private ApprovalAnswer askTheHolder(Path control) throws IOException, InterruptedException {
        RemoteControlFiles.Answer answer = new RemoteControlFiles(control)
                .approve(digest, ImportCommand.approver())
                .orElseThrow(() -> new CommandFailedException(
                        "The process that uses the ledger did not answer, so nothing was approved. Is it"
                                + " `ovh-domain run`? An `import` does not accept approvals from other"
                                + " processes."));
        return new ApprovalAnswer(answer.yes(), answer.text().strip());
    }
}
