// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.RenewalWarning;
import io.github.camelovh.domain.app.notification.CloudEvent;
import io.github.camelovh.domain.app.renewal.Outlook;
import io.github.camelovh.domain.app.renewal.RenewalPlanner;
import io.github.camelovh.domain.app.renewal.RenewalsScan;
import io.github.camelovh.domain.app.renewal.forecast.Forecast;
import io.github.camelovh.domain.app.renewal.forecast.ForecastFiles;
import io.github.camelovh.domain.app.renewal.forecast.ForecastSum;
import io.github.camelovh.domain.app.renewal.forecast.RenewalPrices;
import io.github.camelovh.domain.app.renewal.policy.RenewalPolicy;
import io.github.camelovh.domain.app.row.ImportFile;
import io.github.camelovh.domain.component.OvhDomainConstants;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all names on schedule: writes what is to be done as a file for the import, notes warnings, and hands them out to be told.
 * Looking twice does nothing more than looking once. Thread-safe.
 */
public final class ScheduledRenewals {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledRenewals.class);
    private static final String APPROVER = "the renewal policy";
    private static final int CHUNK = 500;

    private final Ledger ledger;
    private final Endpoints endpoints;
    private final Supplier<RenewalPolicy> policy;
    private final FileImporter imports;
    private final PlanApproval approvals;
    private final Path folder;
    private final Path forecasts;
    private final boolean approved;
    private final Clock clock;

    /**
     * @param policy read anew for each look, whole or not at all
     * @param imports takes the files in
     * @param folder where files for the import are written
     * @param forecasts where the forecast is written
     * @param approved whether their plans are approved by the policy
     */
    public ScheduledRenewals(
            Ledger ledger,
            Endpoints endpoints,
            Supplier<RenewalPolicy> policy,
            FileImporter imports,
            PlanApproval approvals,
            Path folder,
            Path forecasts,
            boolean approved,
            Clock clock) {
        this.ledger = ledger;
        this.endpoints = endpoints;
        this.policy = policy;
        this.imports = imports;
        this.approvals = approvals;
        this.folder = folder;
        this.forecasts = forecasts;
        this.approved = approved;
        this.clock = clock;
    }

    /**
     * What earlier looks left half done, as their process died: no two looks run at the same time, whatever the number of nodes.
     * Their names would wait for ever.
     */
    public List<ImportTicket> leftBehind() {
        return ledger.files().scheduledIn(FileState.RECEIVING, FileState.PLANNING, FileState.PLANNED).stream()
                .map(imports::goOn)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Begins a look at all names; the route reads them by {@code ovh-domain:domain?operation=scan}.
     *
     * @param ahead how many seconds OVHcloud's clock is ahead of ours
     * @return takes the names, and is to be {@linkplain #end ended}
     * @throws io.github.camelovh.domain.app.renewal.policy.PolicyException if something in the policy is wrong
     */
    public RenewalsRun begin(long ahead) throws IOException {
        RenewalPolicy rules = policy.get();
        LocalDate today = LocalDate.ofInstant(clock.instant().plusSeconds(ahead), clock.getZone());
        OrderedRenewals before = new OrderedRenewals(ledger);
        RenewalsScan look =
                new RenewalsScan(endpoints, rules, new RenewalPlanner(rules, before, before::isUnderWay, today));
        PrivateFiles.folder(folder);
        PrivateFiles.folder(forecasts);
        ForecastSum sum = new ForecastSum(today, new RenewalPrices(look::offers));
        return new RenewalsRun(
                look,
                today,
                folder.resolve("renewals-" + today + ".csv"),
                new ForecastFiles(forecasts, sum, clock.instant()),
                outlook -> warn(rules, outlook));
    }

    /**
     * Writes down what is to be done, after all names were read; where not all could be, nothing is to be done.
     *
     * @param names how many were read
     * @param calls how many calls that took
     * @param expired names that OVHcloud does not tell about; null for none
     * @return what is to be done, for the import; null where that is nothing
     */
    public File publish(
            @ExchangeProperty("run") RenewalsRun run,
            @Body List<Integer> names,
            @Header(OvhDomainConstants.CALLS_MADE) int calls,
            @Header(OvhDomainConstants.EXPIRED) List<String> expired)
            throws IOException {
        Forecast sums = run.publish();
        if (run.rows() > 0) {
            ImportFile made = ImportFile.of(run.target());
            ledger.files().receiveScheduled(made.name(), made.identity());
        }
        LOG.info(
                "{} checked in {}: {} to make, {} at risk{}",
                Plural.of(names.get(0), "name"),
                Plural.of(calls, "call"),
                Plural.of(run.rows(), "change"),
                Plural.of(sums.atRisk(), "name"),
                expired == null ? "" : "; not told, as they have expired: " + expired);
        if (sums.payment() != null) {
            LOG.warn("{}", sums.payment());
        }
        return run.rows() == 0 ? null : run.target().toFile();
    }

    /** Ends a look, also one that failed: what it did not publish is thrown away. */
    public void end(@ExchangeProperty("run") RenewalsRun run) throws IOException {
        run.close();
    }

    private void warn(RenewalPolicy rules, Outlook outlook) {
        int tier = outlook.renewOn() == null ? 0 : rules.warningFor(outlook.daysLeft());
        if (tier > 0 && outlook.warn()) {
            ledger.warnings()
                    .note(new RenewalWarning(
                            outlook.name().name().ascii(),
                            outlook.name().expires(),
                            tier,
                            outlook.says(),
                            outlook.verdict().decided()
                                    ? outlook.verdict().rule().wish().tell()
                                    : null,
                            outlook.trouble(),
                            clock.instant()));
        }
    }

    /** Approves the plan of a look that was imported, where the policy does that; a money limit may stand against it. */
    public void approve(ImportTicket ticket) {
        Optional<ImportedFile> planned = ledger.files().scheduledIn(FileState.PLANNED).stream()
                .filter(file -> file.id() == ticket.fileId() && file.planCode() != null)
                .findFirst();
        if (approved && planned.isPresent()) {
            ImportedFile file = planned.get();
            PlanAnswer answer = approvals.approve(file.id(), file.planCode(), APPROVER);
            LOG.info("{}", answer.sentence());
        }
    }

    /** Warnings that are to be told now, each taken when it is asked for. For one thread. */
    public Iterator<RenewalWarning> warnings() {
        return new SplitterIterator<>(ledger.warnings().untold(CHUNK).stream()
                .filter(ledger.warnings()::take)
                .iterator());
    }

    /** A warning as others are told of it. */
    public CloudEvent event(RenewalWarning warning) {
        return CloudEvent.of(warning);
    }

    /** Notes that a warning was told to all. */
    public void told(RenewalWarning warning) {
        ledger.warnings().told(warning);
    }

    /** Tells that what an earlier look left cannot be gone on with now: that keeps no look from all other names. */
    public void leftFailed(Exception error) {
        LOG.warn("What an earlier look left was not gone on with; the next look tries again: {}", error.getMessage());
    }

    /** Tells that a look failed; the next one comes by the schedule. */
    public void failed(Exception error) {
        LOG.warn("The names could not be looked at, and nothing is done about their renewals: {}", error.getMessage());
    }
}
