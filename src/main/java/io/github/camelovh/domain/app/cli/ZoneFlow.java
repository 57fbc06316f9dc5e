// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.FileOwner;
import io.github.camelovh.domain.app.job.ImportTicket;
import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.PlanCode;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.dns.GuardBreach;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;

/** Syncs a zone with a file, with messages on the terminal. */
final class ZoneFlow {
    /**
     * What the user decided.
     *
     * @param code of the plan that is approved; null for none
     * @param anyPlan whether any plan is approved that no guard stops
     * @param json whether data is JSON
     */
    record Decision(String code, boolean anyPlan, boolean json) {}

    private final Application product;
    private final PrintWriter out;
    private final PrintWriter err;

    ZoneFlow(Application product, PrintWriter out, PrintWriter err) {
        this.product = product;
        this.out = out;
        this.err = err;
    }

    ExitCode run(Path path, Decision decision) throws Exception {
        String approver = FileOwner.ofThisProcess();
        ImportTicket ticket = product.planZone(path, approver, decision.code() != null);
        ImportedFile file = file(ticket.fileId());
        if (!decision.json()) {
            out.print(product.zonePlan(file, file.approvedAt() != null || isCodeOf(file, decision)));
            out.flush();
        }
        if (file.state() == FileState.PLANNED && row(file).state() == RequestState.PLANNED) {
            approve(file, decision, approver);
        }
        product.awaitFinish(file.id(), being -> {});
        if (file(file.id()).state() != FileState.FINISHED) {
            err.println("The zone of " + file.name() + " was changed since its plan was made. It is planned again.");
            return run(path, decision);
        }
        if (decision.json()) {
            out.print(Files.readString(
                    product.resultWriter().filesOf(file(file.id())).summary()));
            out.flush();
        }
        Request row = row(file);
        err.println(row.state().name().toLowerCase(Locale.ROOT) + ": " + row.outcome()
                + (row.whatToDo() == null ? "" : ". What to do: " + row.whatToDo()));
        return row.state() == RequestState.DONE ? ExitCode.DONE : ExitCode.SOME_NOT_DONE;
    }

    private static boolean isCodeOf(ImportedFile file, Decision decision) {
        return decision.code() != null
                && PlanCode.read(decision.code()).orElseThrow().text().equals(file.planCode());
    }

    private void approve(ImportedFile file, Decision decision, String approver) throws Exception {
        boolean stopped = row(file).plan().terms().lines().anyMatch(GuardBreach::isPlanLine);
        if (decision.code() == null && (!decision.anyPlan() || stopped)) {
            product.tellWaiting(file.id());
            throw new WaitsException("The plan of " + file.name() + " waits for approval"
                    + (stopped ? ", as guards stop it" : "")
                    + "; nothing was changed. To apply it, run the same command with"
                    + " --approve " + file.planCode());
        }
        String code = decision.code() == null
                ? file.planCode()
                : PlanCode.read(decision.code()).orElseThrow().text();
        PlanAnswer answer = product.planApproval().approve(file.id(), code, approver);
        if (!answer.done()) {
            throw new WaitsException(answer.sentence());
        }
        err.println(answer.sentence());
    }

    private Request row(ImportedFile file) {
        return product.ledger()
                .requests()
                .page(file.id(), 0, EnumSet.allOf(RequestState.class), 1)
                .get(0);
    }

    private ImportedFile file(long fileId) {
        return product.ledger().files().find(fileId).orElseThrow();
    }
}
