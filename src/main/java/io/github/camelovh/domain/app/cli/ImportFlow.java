// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.ImportTicket;
import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.PlanCode;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.result.PlanTable;
import io.github.camelovh.domain.app.result.ResultFiles;
import io.github.camelovh.domain.app.result.ResultState;
import io.github.camelovh.domain.app.result.Summary;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.runtime.StoppedException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Processes one file until all rows have a result, with messages on the terminal. {@code import} and {@code demo} share
 * it.
 */
final class ImportFlow {
    private static final int ROWS_SHOWN = 50;

    /**
     * What the user allowed in advance.
     *
     * @param planOnly to stop after the plan
     * @param code of the plan that is approved; null for none
     * @param anyPlan whether any plan is approved
     * @param json whether data is JSON
     */
    record Wish(boolean planOnly, PlanCode code, boolean anyPlan, boolean json) {}

    private final Application product;
    private final PrintWriter out;
    private final PrintWriter err;
    private final String approver;

    ImportFlow(Application product, PrintWriter out, PrintWriter err, String approver) {
        this.product = product;
        this.out = out;
        this.err = err;
        this.approver = approver;
    }

    ExitCode run(Path path, Wish wish) throws Exception {
        try {
            return carriedOut(path, wish);
        } catch (StoppedException e) {
            err.println(e.getMessage());
            return ExitCode.SOME_NOT_DONE;
        }
    }

    private ExitCode carriedOut(Path path, Wish wish) throws Exception {
        err.println("Reading " + path);
        ImportTicket ticket = product.plan(path, approver, new ProgressLine(product, err));
        ImportedFile file = file(ticket.fileId());
        // If there is nothing to buy, the results may exist before the plan is shown.
        boolean nothingToApprove = file.state() == FileState.FINISHED && file.approvedAt() == null;
        if (file.state() == FileState.PLANNED || (nothingToApprove && wish.planOnly())) {
            Optional<ExitCode> end = decided(file, wish);
            if (end.isPresent()) {
                return end.get();
            }
        } else if (wish.planOnly()) {
            err.println(file.name() + " was approved earlier. --plan-only does not change that.");
            return ExitCode.DONE;
        } else if (file.approvedAt() != null && product.resume(file.id(), approver) > 0) {
            err.println(file.name() + " has unfinished rows. They are checked again.");
        } else if (file.state() == FileState.FINISHED) {
            err.println(file.name() + " was imported earlier. Nothing is done a second time. The results:");
        } else {
            err.println(file.name() + " was begun earlier. It continues.");
        }
        Optional<String> obstacle = product.planApproval().obstacle(file(file.id()));
        if (obstacle.isPresent() && hasRowsToBuy(file.id())) {
            throw new WaitsException(obstacle.get());
        }
        product.awaitFinish(file.id(), new ProgressLine(product, err));
        return results(file.id(), wish);
    }

    private boolean hasRowsToBuy(long fileId) {
        var counts = product.ledger().requests().counts(fileId);
        return counts.containsKey(RequestState.APPROVED) || counts.containsKey(RequestState.EXECUTING);
    }

    /** What is not approved here waits for somebody, who is told. */
    private Optional<ExitCode> decided(ImportedFile file, Wish wish) throws Exception {
        try {
            return decide(file, wish);
        } finally {
            product.tellWaiting(file.id());
        }
    }

    private Optional<ExitCode> decide(ImportedFile file, Wish wish) throws Exception {
        PlanTable plan = product.resultWriter().planTable(file.id(), ROWS_SHOWN);
        ResultFiles files = product.resultWriter().filesOf(file);
        if (!wish.json()) {
            out.print(plan.render());
            out.println("Plan: " + files.plan());
            if (file.planCode() != null) {
                out.println("Code: " + file.planCode());
            }
        } else if (wish.planOnly() || (wish.code() == null && !wish.anyPlan())) {
            out.print(Files.readString(files.summary()));
        }
        out.flush();
        if (wish.planOnly()) {
            return Optional.of(ExitCode.DONE);
        }
        if (plan.toDo() == 0) {
            return Optional.empty();
        }
        Optional<String> obstacle = product.planApproval().obstacle(file);
        if (obstacle.isPresent()) {
            throw new WaitsException(obstacle.get());
        }
        if (wish.code() == null && !wish.anyPlan()) {
            throw new WaitsException(
                    "The plan of " + file.name() + " waits for approval; nothing was done. To execute it, run the"
                            + " same command with --approve " + file.planCode());
        }
        String code = wish.code() == null ? file.planCode() : wish.code().text();
        PlanAnswer answer = product.planApproval().approve(file.id(), code, approver);
        if (!answer.done()) {
            throw new WaitsException(answer.sentence());
        }
        err.println(answer.sentence());
        return Optional.empty();
    }

    private ExitCode results(long fileId, Wish wish) throws Exception {
        product.resultWriter().writeHere(fileId);
        ImportedFile file = file(fileId);
        ResultFiles files = product.resultWriter().filesOf(file);
        Summary summary = product.resultWriter().figures(file);
        if (wish.json()) {
            out.print(Files.readString(files.summary()));
        } else {
            out.print(product.resultWriter().resultTable(fileId, ROWS_SHOWN));
            out.println("Results:");
            out.println("  plan        " + files.plan());
            for (ResultState state : ResultState.values()) {
                out.printf("  %-11s %s%n", state.text(), files.table(state));
            }
            if (Files.exists(files.fixes())) {
                out.println("  to fill in  " + files.fixes());
            }
            out.println("  summary     " + files.summary());
            out.println("  report      " + files.report());
        }
        out.flush();
        return summary.done() == summary.rows() ? ExitCode.DONE : ExitCode.SOME_NOT_DONE;
    }

    private ImportedFile file(long fileId) {
        return product.ledger().files().find(fileId).orElseThrow();
    }
}
