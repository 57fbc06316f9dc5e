// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.api.Outage;
import io.github.camelovh.domain.app.action.RouteCaller;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.job.ImportTicket;
import io.github.camelovh.domain.app.job.PlanApproval;
import io.github.camelovh.domain.app.job.Progress;
import io.github.camelovh.domain.app.job.ResultWriter;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerClock;
import io.github.camelovh.domain.app.ledger.LedgerFile;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.LedgerUnavailableException;
import io.github.camelovh.domain.app.row.UserAction;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.SettingsException;
import io.github.camelovh.domain.app.zonefile.ZoneFolderUpgrade;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.main.Main;
import org.quartz.SchedulerException;

/**
 * The running product: ledger, services and workflows of one process. The way in to this package; to be closed.
 */
public final class Application implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Main main;
    private final Ledger ledger;
    private final Services services;
    private final StopSignal stop;
    private final FileRun fileRun;

    private Application(Main main, Ledger ledger, Services services, StopSignal stop) {
        this.main = main;
        this.ledger = ledger;
        this.services = services;
        this.stop = stop;
        this.fileRun = new FileRun(main, ledger, services, stop);
    }

    /**
     * Starts it.
     *
     * @param properties settings that are not the product's own: Camel's and the component's
     * @param watch whether the inbox is watched
     * @throws SettingsException if something cannot work as it is set
     */
    public static Application start(ApplicationSettings settings, Properties properties, boolean watch)
            throws Exception {
        makeFolders(settings);
        StartWarnings.openPlaces(settings);
        if (watch) {
            checkInbox(settings);
            PrivateFiles.folder(settings.inbox().resolve(".late")); // Camel would make it for all to read
        }
        if (watch && !settings.renewals().cron().isEmpty()) {
            PortfolioServices.policyOf(settings); // a wrong policy is told at once, and not tomorrow morning
        }
        if (watch) {
            StartWarnings.schedulesLeftOut(settings);
        }
        LedgerClock clock = new LedgerClock(Clock.system(ZoneId.systemDefault()), System::nanoTime);
        LedgerFile.check(placeOf(settings), List.of(settings.outbox(), settings.events()));
        Ledger ledger = Ledger.follow(placeOf(settings), clock);
        Main[] main = new Main[1];
        try {
            if (settings.ledger().url().isEmpty()) {
                ledger.endLeasesOfTheDead();
            }
            new ZoneFolderUpgrade(
                            settings.zoneFolder(),
                            settings.outbox(),
                            settings.data().resolve("zones-in-ledger.txt"),
                            ledger.zones())
                    .run();
            String owner = owner();
            RouteCaller routes = new CamelRoutes(() -> main[0].getCamelContext());
            Endpoints endpoints = new Endpoints(() -> main[0].getCamelContext());
            Services services = Services.of(settings, ledger, routes, endpoints, owner, clock);
            main[0] = Workflows.of(settings, properties, watch, services.byName());
            main[0].bind(Schedules.SHARED, Schedules.in(placeOf(settings), owner));
            if (watch) {
                services.worker().workOnAllFiles();
            }
            main[0].start();
            if (main[0].getCamelContext().getRoutesSize() == 0) {
                throw new SettingsException("There is no workflow (*.camel.yaml) in "
                        + settings.home().routes() + ", so nothing was started. Unpack the distribution once more.");
            }
            requireRoutes(settings, routes);
            return new Application(main[0], ledger, services, StopSignal.heard());
        } catch (Exception e) {
            if (main[0] != null) {
                main[0].stop();
            }
            ledger.close();
            throw e;
        }
    }

    private static void requireRoutes(ApplicationSettings settings, RouteCaller routes) {
        for (UserAction action : settings.userActions()) {
            for (String route : List.of("plan-" + action.name(), "do-" + action.name())) {
                if (!routes.has(route)) {
                    throw new SettingsException("There is no route that begins with direct:" + route + " in "
                            + action.routes()
                            + ", so nothing was started. Write one, or take the settings ovh-domain.action."
                            + action.name() + ".* out.");
                }
            }
        }
    }

    /**
     * Opens the ledger alone, for looking and for commands about plans, without workflows.
     *
     * @throws io.github.camelovh.domain.app.ledger.LedgerBusyException if it is another process's, or another user's
     */
    public static Ledger openLedger(ApplicationSettings settings, Clock clock) {
        LedgerFile.check(placeOf(settings), List.of(settings.outbox(), settings.events()));
        return Ledger.open(placeOf(settings), clock);
    }

    /** Where the ledger of these settings is. */
    public static LedgerSettings placeOf(ApplicationSettings settings) {
        ApplicationSettings.LedgerAddress address = settings.ledger();
        LedgerSettings place = address.url().isEmpty()
                ? LedgerSettings.inFolder(settings.data())
                : LedgerSettings.at(address.url(), address.user(), address.password());
        Duration margin =
                LedgerSettings.DEFAULT_MARGIN.compareTo(address.lease().dividedBy(2)) < 0
                        ? LedgerSettings.DEFAULT_MARGIN
                        : address.lease().dividedBy(2);
        return place.withLease(address.lease(), margin);
    }

    private static void makeFolders(ApplicationSettings settings) throws IOException {
        if (settings.sharedInbox() == null) {
            PrivateFiles.folder(settings.inbox());
        }
        PrivateFiles.folder(settings.zoneFolder());
        PrivateFiles.folder(settings.carryFolder());
        PrivateFiles.folder(settings.outbox());
        PrivateFiles.folder(settings.control());
    }

    /** A shared folder is not made, as it would be in place of one that is not mounted. */
    private static void checkInbox(ApplicationSettings settings) {
        if (settings.control().startsWith(settings.inbox())) {
            throw new SettingsException(
                    "ovh-domain.inbox: " + settings.inbox() + " holds " + settings.control()
                            + ", so whoever may drop files could approve plans. Nothing was started. Name a folder of its own.");
        }
        if (!Files.isDirectory(settings.inbox()) || !Files.isWritable(settings.inbox())) {
            throw new SettingsException("ovh-domain.inbox: " + settings.inbox()
                    + " is no folder in which this user may move files, so nothing was started. Mount it, make it, or let"
                    + " this user write in it.");
        }
    }

    static String owner() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "localhost";
        }
        return host + "-" + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * Takes a file as far as its plan.
     *
     * @param importer who imports it
     * @param each called again and again with the file's number, while it goes on
     * @throws StoppedException if the process was told to end; the ledger then has what was found out so far
     * @throws Exception what stopped it; the same holds
     */
    public ImportTicket plan(Path file, String importer, LongConsumer each) throws Exception {
        return fileRun.plan("direct:bulk-import", file, Map.of("importer", importer), each);
    }

    /**
     * As {@link #plan}, for a zone file.
     *
     * @param approving whether a code is given for its plan that waits: then it is not planned again
     */
    public ImportTicket planZone(Path file, String importer, boolean approving) throws Exception {
        return fileRun.plan(
                "direct:zone-file", file, Map.of("importer", importer, "approving", approving), being -> {});
    }

    /** Takes the unfinished rows of a file up again; answers how many there were. */
    public int resume(long fileId, String by) {
        return ledger.plans().resume(fileId, by);
    }

    /** Does what is approved of the file, and waits; see {@link FileRun#awaitFinish}. */
    public void awaitFinish(long fileId, LongConsumer each) throws InterruptedException, StoppedException {
        fileRun.awaitFinish(fileId, each);
    }

    /** Has it told at once that the plan of a file waits; nothing if it does not, or was told. */
    public void tellWaiting(long fileId) throws InterruptedException {
        fileRun.tellWaiting(fileId);
    }

    /** Waits until the process is told to end, or the workflows are stopped by JMX. */
    public void awaitStop() throws InterruptedException {
        boolean over = false;
        while (!over) {
            over = stop.await(LOOK_EVERY_MILLIS) || main.getCamelContext().isStopped();
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    public ResultWriter resultWriter() {
        return services.resultWriter();
    }

    public PlanApproval planApproval() {
        return services.planApproval();
    }

    /**
     * The plan of a zone file, a line for each record.
     *
     * @param approved whether it is approved in spite of its guards
     */
    public String zonePlan(ImportedFile file, boolean approved) {
        return services.zonePlanText().of(file, approved);
    }

    /** The outage of OVHcloud that lasts now; the work goes on by itself when it is over. */
    public Optional<Outage> outage() {
        return services.gate().outage();
    }

    /** A new count of progress. */
    public Progress progress() {
        return new Progress(ledger, System::nanoTime);
    }

    @Override
    public void close() throws Exception {
        services.gate().stop();
        // In this order whatever fails: the ledger, and the signal last, as it holds the end of the process back.
        try (stop;
                ledger) {
            closeWorkflows();
        }
    }

    private void closeWorkflows() throws Exception {
        try {
            standStill(Schedules.SHARED);
            standStill("quartz");
            stopMain();
        } finally {
            giveBack();
        }
    }

    private void stopMain() {
        try {
            if (main.getCamelContext().isStarted()) {
                services.apiCalls().getAsLong();
            }
        } finally {
            services.apiCalls().stop();
            main.stop();
        }
    }

    private void giveBack() {
        try {
            services.worker().giveBackAll();
            services.notificationSender().stop();
            services.resultWriter().writeFigures();
        } catch (LedgerUnavailableException | IOException e) {
            services.faults().failed(e); // what is held ends with its lease
        }
    }

    /** Nothing that is due begins while the routes are being stopped: its job would look for an endpoint that is gone. */
    private void standStill(String component) throws SchedulerException {
        if (main.getCamelContext().hasComponent(component) instanceof QuartzComponent schedules
                && schedules.getScheduler() != null) {
            schedules.getScheduler().standby();
        }
    }
}
