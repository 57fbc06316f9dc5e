// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.renewal.NameScan;
import io.github.camelovh.domain.app.renewal.Outlook;
import io.github.camelovh.domain.app.renewal.RenewalsFile;
import io.github.camelovh.domain.app.renewal.RenewalsScan;
import io.github.camelovh.domain.app.renewal.forecast.Forecast;
import io.github.camelovh.domain.app.renewal.forecast.ForecastFiles;
import io.github.camelovh.domain.portfolio.HeldName;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One look at all names: what is to be done about their renewals becomes a file for the import, what they cost a forecast.
 * Both appear on {@link #publish}; closed without that, those of the look before stay. Used by one thread.
 */
public final class RenewalsRun implements Closeable {
    private final RenewalsScan scan;
    private final LocalDate today;
    private final Path target;
    private final RenewalsFile file;
    private final ForecastFiles forecast;
    private final Consumer<Outlook> each;

    /**
     * @param target the file for the import, in a folder that is there
     * @param forecast closed with this run
     * @param each takes what becomes of each name, besides
     */
    public RenewalsRun(RenewalsScan scan, LocalDate today, Path target, ForecastFiles forecast, Consumer<Outlook> each)
            throws IOException {
        this.scan = scan;
        this.today = today;
        this.target = target;
        this.forecast = forecast;
        this.each = each;
        try {
            this.file = new RenewalsFile(target, today);
        } catch (IOException e) {
            forecast.close();
            throw e;
        }
    }

    /** The parameters of {@code ovh-domain:domain?operation=scan} that give all names to this run. */
    public Map<String, Object> parameters() {
        return NameScan.parameters(this::add);
    }

    /** Adds a name. */
    public void add(HeldName name) {
        Outlook outlook = scan.of(name);
        file.add(outlook);
        forecast.add(outlook);
        each.accept(outlook);
    }

    /** Makes the files appear. */
    public Forecast publish() throws IOException {
        file.publish();
        return forecast.publish(() -> scan.paymentTrouble(today));
    }

    /** How many things are to be done. */
    public int rows() {
        return file.rows();
    }

    /** What is to be done, for the import; there once it is published with at least one row. */
    public Path target() {
        return target;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            forecast.close();
        }
    }
}
