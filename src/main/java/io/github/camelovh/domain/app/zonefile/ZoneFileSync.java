// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.job.FileErrorReport;
import io.github.camelovh.domain.app.result.PendingFile;
import io.github.camelovh.domain.dns.GuardBreach;
import io.github.camelovh.domain.dns.InvalidRecordsException;
import io.github.camelovh.domain.dns.PlannedZone;
import io.github.camelovh.domain.dns.ZoneApplied;
import io.github.camelovh.domain.dns.ZoneNotFinishedException;
import io.github.camelovh.domain.dns.ZonePlan;
import io.github.camelovh.domain.dns.ZoneRefusedException;
import io.github.camelovh.domain.dns.ZoneSnapshot;
import io.github.camelovh.domain.dns.ZoneWish;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes dropped zone files: plans each, and applies exactly that plan where the rules or a person allow it. Any step may be
 * repeated: a file that was broken off is planned anew, and its plan is what is left. Thread-safe for different zones.
 */
public final class ZoneFileSync {
    /** What the keys of all settings of zones begin with. */
    public static final String OPTIONS = "ovh-domain.zones.";

    private static final int SHOWN_DIGITS = 16;
    private static final DateTimeFormatter SHELF_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS");
    private static final Logger LOG = LoggerFactory.getLogger(ZoneFileSync.class);

    private final Endpoints endpoints;
    private final ZoneFolder zoneFolder;
    private final ZoneRules rules;
    private final Charset encoding;
    private final FileErrorReport notes;
    private final Clock clock;
    private final RunLimits run;

    /**
     * @param encoding of CSV files without a byte order mark; null for UTF-8
     */
    public ZoneFileSync(
            Endpoints endpoints,
            ZoneFolder zoneFolder,
            ZoneRules rules,
            Charset encoding,
            FileErrorReport notes,
            Clock clock) {
        this.endpoints = endpoints;
        this.zoneFolder = zoneFolder;
        this.rules = rules;
        this.encoding = encoding;
        this.notes = notes;
        this.clock = clock;
        this.run = new RunLimits(clock, rules.guards());
    }

    /**
     * Reads a file, compares it with its zone, and writes the plan to the outbox. Writes nothing to the zone.
     *
     * @return ready to be applied, or waiting, or unchanged
     * @throws ZoneFileException if the file cannot be taken
     * @throws ZoneBusyException if another process changes the zone now
     */
    public ZoneFileTicket plan(File file) throws IOException {
        DesiredZoneFile read = DesiredZoneFile.read(file.toPath(), encoding);
        ZoneWish wish = new ZoneWish(read.zone(), read.records(), rules.ownership(), rules.guards());
        PlannedZone planned;
        try {
            planned = endpoints.call("dns", "plan", Map.of(), wish).as(PlannedZone.class);
        } catch (WrongUsageException e) {
            throw e.getCause() instanceof InvalidRecordsException faults ? new ZoneFileException(faults) : e;
        } catch (OvhNotFoundException e) {
            throw new ZoneFileException(
                    file.getName() + " is refused, and nothing was changed: the account has no zone " + read.zone()
                            + ". A file is called by its zone; is it another account's?");
        }
        List<GuardBreach> breaches = new ArrayList<>(planned.breaches());
        breaches.addAll(run.breaches(planned.plan()));
        ZoneFileTicket ticket =
                new ZoneFileTicket(file.getName(), wish, planned.plan(), breaches, ZoneFileState.READY, 0, false, "");
        return zoneFolder.alone(ticket.zone(), () -> {
            zoneFolder.writePlan(ticket.plan(), breaches);
            return judged(ticket);
        });
    }

    /** As {@link #plan}, where a person approved the plan with this digest, or what is left of it. */
    public ZoneFileTicket planApproved(File file, String digest) throws IOException {
        DomainName zone = DesiredZoneFile.zone(file.toPath());
        Optional<ZonePlan> meant = Stream.of(zoneFolder.approved(zone), zoneFolder.shown(zone))
                .flatMap(Optional::stream)
                .filter(plan -> plan.digest().startsWith(digest))
                .findFirst();
        if (meant.isPresent()) {
            zoneFolder.alone(zone, () -> zoneFolder.approve(meant.get()));
        }
        ZoneFileTicket ticket = plan(file);
        ZonePlan now = ticket.plan();
        if (now.isEmpty() || (meant.isPresent() && now.beyond(meant.get()).isEmpty())) {
            return ticket;
        }
        return now.digest().startsWith(digest)
                ? approved(ticket)
                : ticket.as(
                        ZoneFileState.WAITING,
                        digest + " is not the digest of the plan of " + zone
                                + ", or zone or file changed since; nothing was"
                                + " changed. Look at the plan as it is now, " + shortDigest(now) + ".");
    }

    /** The ticket of a plan that a person approved. */
    public ZoneFileTicket approved(ZoneFileTicket ticket) throws IOException {
        zoneFolder.approve(ticket.plan());
        return ticket.as(ZoneFileState.READY, "approved");
    }

    private ZoneFileTicket judged(ZoneFileTicket ticket) throws IOException {
        ZonePlan plan = ticket.plan();
        if (plan.isEmpty()) {
            if (zoneFolder.isBegun(plan.zone())) {
                return ticket.as(ZoneFileState.READY, "all is written, a refresh is owed");
            }
            zoneFolder.end(plan.zone(), ticket.wish().records());
            return ticket.as(ZoneFileState.UNCHANGED, plan.zone() + " is as the file wishes; nothing was changed.");
        }
        boolean approved = zoneFolder
                .approved(plan.zone())
                .filter(former -> plan.beyond(former).isEmpty())
                .isPresent();
        if (approved) {
            return ticket.as(ZoneFileState.READY, "approved before");
        }
        zoneFolder.withdraw(plan.zone());
        if (rules.apply() && ticket.breaches().isEmpty()) {
            return ticket.as(ZoneFileState.READY, "within the limits");
        }
        String why = ticket.breaches().isEmpty()
                ? OPTIONS + "apply is off"
                : "guards stop it (" + zoneFolder.planText(plan.zone()).getFileName()
                        + " says which and what opens them)";
        return ticket.as(
                ZoneFileState.WAITING,
                "The plan of " + plan.zone() + " waits for approval, as " + why
                        + "; nothing was changed. Its digest is " + shortDigest(plan) + ".");
    }

    /** The digits that people are shown; as many as name one plan among all that ever were. */
    public static String shortDigest(ZonePlan plan) {
        return shortDigest(plan.digest());
    }

    static String shortDigest(String digest) {
        return digest.substring(0, Math.min(SHOWN_DIGITS, digest.length()));
    }

    /**
     * Applies a ticket that is ready: exactly its plan, one refresh last, and the way back written down before.
     *
     * @return applied, or waiting where the zone changed meanwhile, or unfinished
     * @throws ZoneBusyException if another process changes the zone now
     */
    public ZoneFileTicket apply(ZoneFileTicket ticket) throws IOException {
        if (!ticket.isReady()) {
            throw new IllegalArgumentException(
                    ticket.zone() + " is " + ticket.state().text() + ", not ready");
        }
        return zoneFolder.alone(ticket.zone(), () -> write(ticket));
    }

    private ZoneFileTicket write(ZoneFileTicket ticket) throws IOException {
        DomainName zone = ticket.zone();
        boolean owed = zoneFolder.isBegun(zone);
        ZonePlan allowed = zoneFolder
                .approved(zone)
                .filter(former -> ticket.plan().beyond(former).isEmpty())
                .orElse(ticket.plan());
        zoneFolder.approve(allowed);
        try {
            Consumer<ZoneSnapshot> beforeFirstWrite = this::begin;
            Map<String, Object> how =
                    Map.of("plan", allowed.toJson(), "refreshOwed", owed, "beforeFirstWrite", beforeFirstWrite);
            ZoneApplied done = endpoints.call("dns", "sync", how, ticket.wish()).as(ZoneApplied.class);
            run.add(done.plan());
            zoneFolder.end(zone, ticket.wish().records());
            return ticket.after(
                    done.written(),
                    done.refreshed(),
                    ZoneFileState.APPLIED,
                    zone + ": " + done.written() + " changes were written"
                            + (done.refreshed() ? " and are served." : "; there was nothing to refresh."));
        } catch (ZoneRefusedException e) {
            zoneFolder.withdraw(zone);
            zoneFolder.writePlan(e.plan(), e.breaches());
            return new ZoneFileTicket(
                    ticket.file(),
                    ticket.wish(),
                    e.plan(),
                    e.breaches(),
                    ZoneFileState.WAITING,
                    0,
                    false,
                    e.getMessage() + ".");
        } catch (ZoneNotFinishedException e) {
            if (e.applied().written() > 0) {
                run.add(e.applied().plan());
            } else if (!owed) {
                zoneFolder.notBegun(zone);
            }
            return ticket.after(
                    e.applied().written(), e.applied().refreshed(), ZoneFileState.UNFINISHED, e.getMessage() + ".");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void begin(ZoneSnapshot before) {
        try {
            zoneFolder.begin(before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the summary and a line in the log; gives the ticket back. */
    public ZoneFileTicket report(ZoneFileTicket ticket) throws IOException {
        PendingFile.write(
                zoneFolder.summary(ticket.zone()),
                ZoneSummary.of(ticket, OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)));
        LOG.info("{}: {} ({})", ticket.zone(), ticket.state().text(), ticket.sentence());
        return ticket;
    }

    /**
     * Where a file goes: one that waits under its own name, so that a newer one takes its place; others into a folder of
     * their time, so that each is kept, under the name that says its zone.
     *
     * @return a folder below {@code zones/}
     */
    public String targetFolder(ZoneFileTicket ticket) {
        String folder = ticket.state().folder();
        return folder.equals(ZoneFileState.WAITING.folder())
                ? folder
                : folder + "/" + OffsetDateTime.now(clock).format(SHELF_TIME);
    }

    /**
     * Notes that a file could not be taken, and tells of it in the outbox.
     *
     * @param file as it was dropped
     */
    public void failed(File file, Exception error) throws IOException {
        LOG.info("{} was not applied: {}", file.getName(), error.getMessage());
        Path path = file.toPath();
        if (error instanceof ZoneFileException) {
            notes.add(path, error.getMessage());
            return;
        }
        String what = error instanceof OvhApiException || error instanceof ZoneBusyException
                ? error.getMessage()
                : error.getClass().getSimpleName() + ": " + error.getMessage();
        notes.add(
                path,
                "The file was not brought to its end, for a reason outside of it: " + what
                        + ". Drop it again when that is mended; what is left then is simply the rest.");
    }
}
