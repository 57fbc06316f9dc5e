// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.app.row.RowHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the results of one import lie: {@code NAME.plan.csv}, {@code NAME.done.csv}, {@code NAME.refused.csv},
 * {@code NAME.failed.csv}, {@code NAME.unfinished.csv}, {@code NAME.cancelled.csv}, {@code NAME.fix.csv},
 * {@code NAME.summary.json}, {@code NAME.report.html}. Each is written beside its place and renamed when whole. The tables repeat the input columns first, so they can be mended and
 * dropped again; our own columns begin with {@code result.} and are passed over when read.
 *
 * @param folder the outbox; made if it is not there
 * @param baseName safe name without ending ({@code ImportFile.baseName()}, or its distinct form where another file has
 *     that name)
 */
public record ResultFiles(Path folder, String baseName) {
    public ResultFiles {
        Objects.requireNonNull(folder);
        if (baseName.isEmpty() || baseName.indexOf('/') >= 0 || baseName.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("Result files are called by a plain name, not \"" + baseName + "\"");
        }
    }

    /** Begins the plan. */
    public PlanFile beginPlan(RowHeader header) throws IOException {
        Files.createDirectories(folder);
        return new PlanFile(plan(), header);
    }

    /** Begins the results. */
    public FinalFiles beginResults(RowHeader header) throws IOException {
        Files.createDirectories(folder);
        return new FinalFiles(this, header);
    }

    /** The plan with prices. */
    public Path plan() {
        return named("plan.csv");
    }

    /** The rows that ended so. */
    public Path table(ResultState state) {
        return named(state.text() + ".csv");
    }

    /** What a person has to fill in for rows that wait, ready to be dropped. */
    public Path fixes() {
        return named("fix.csv");
    }

    /** Begins the file of what has to be filled in. */
    public FixFile beginFixes() throws IOException {
        Files.createDirectories(folder);
        return new FixFile(fixes());
    }

    /** The figures. */
    public Path summary() {
        return named("summary.json");
    }

    /** The report for people. */
    public Path report() {
        return named("report.html");
    }

    private Path named(String ending) {
        return folder.resolve(baseName + "." + ending);
    }
}
