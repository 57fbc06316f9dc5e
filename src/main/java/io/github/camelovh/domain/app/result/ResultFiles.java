// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.row.RowHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The paths of the results of one import: {@code NAME.plan.csv}, {@code NAME.done.csv}, {@code NAME.refused.csv},
 * {@code NAME.failed.csv}, {@code NAME.unfinished.csv}, {@code NAME.cancelled.csv}, {@code NAME.fix.csv}, {@code
 * NAME.summary.json}, {@code NAME.report.html}. Each is written under a temporary name and renamed when it is complete.
 * The tables repeat the input columns first, so that they can be corrected and dropped again; our own columns begin
 * with {@code result.} and are ignored when the file is read.
 *
 * @param folder the outbox; created if it does not exist
 * @param baseName safe name without extension ({@code ImportFile.baseName()}, or its distinct form if another file has
 * that name)
 */
public record ResultFiles(Path folder, String baseName) {
    public ResultFiles {
        Objects.requireNonNull(folder);
        if (baseName.isEmpty() || baseName.indexOf('/') >= 0 || baseName.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("Result files need a plain name, not \"" + baseName + "\"");
        }
    }

    /** Begins to write the plan. */
    public PlanFile beginPlan(RowHeader header) throws IOException {
        PrivateFiles.folder(folder);
        return new PlanFile(plan(), header);
    }

    /** Begins to write the results. */
    public FinalFiles beginResults(RowHeader header) throws IOException {
        PrivateFiles.folder(folder);
        return new FinalFiles(this, header);
    }

    /** The plan with prices. */
    public Path plan() {
        return named("plan.csv");
    }

    /** The plan of a zone file, a line for each record. */
    public Path planText() {
        return named("plan.txt");
    }

    /** The rows with this result state. */
    public Path table(ResultState state) {
        return named(state.text() + ".csv");
    }

    /** What a person must fill in for waiting rows, to be dropped again. */
    public Path fixes() {
        return named("fix.csv");
    }

    /** Begins to write the file of waiting rows. */
    public FixFile beginFixes() throws IOException {
        PrivateFiles.folder(folder);
        return new FixFile(fixes());
    }

    /** The figures. */
    public Path summary() {
        return named("summary.json");
    }

    /** The report. */
    public Path report() {
        return named("report.html");
    }

    /** Deletes tables and report, which an earlier file left under this name. Plan and figures are replaced when they are written. */
    public void deleteResults() throws IOException {
        for (ResultState state : ResultState.values()) {
            Files.deleteIfExists(table(state));
        }
        Files.deleteIfExists(report());
    }

    private Path named(String ending) {
        return folder.resolve(baseName + "." + ending);
    }
}
