// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.Actions;
import io.github.camelovh.domain.app.action.RouteCaller;
import io.github.camelovh.domain.app.action.UserActions;
import io.github.camelovh.domain.app.action.contact.ContactActions;
import io.github.camelovh.domain.app.action.dns.DnsActions;
import io.github.camelovh.domain.app.action.renewal.RenewalActions;
import io.github.camelovh.domain.app.action.transfer.AuthCodeFiles;
import io.github.camelovh.domain.app.action.transfer.LeaveActions;
import io.github.camelovh.domain.app.action.transfer.ZoneCarrier;
import io.github.camelovh.domain.app.action.whois.WhoisActions;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.job.ActionRows;
import io.github.camelovh.domain.app.job.AwaitedNames;
import io.github.camelovh.domain.app.job.DeliveryCheck;
import io.github.camelovh.domain.app.job.FaultLog;
import io.github.camelovh.domain.app.job.FileArchive;
import io.github.camelovh.domain.app.job.FileBudgets;
import io.github.camelovh.domain.app.job.FileErrorReport;
import io.github.camelovh.domain.app.job.FileImporter;
import io.github.camelovh.domain.app.job.FixAction;
import io.github.camelovh.domain.app.job.FixFileWriter;
import io.github.camelovh.domain.app.job.InboxReadLock;
import io.github.camelovh.domain.app.job.NotificationSender;
import io.github.camelovh.domain.app.job.OrderedRenewals;
import io.github.camelovh.domain.app.job.OutageEvents;
import io.github.camelovh.domain.app.job.PassingFaults;
import io.github.camelovh.domain.app.job.PlanApproval;
import io.github.camelovh.domain.app.job.Planner;
import io.github.camelovh.domain.app.job.PurchaseActions;
import io.github.camelovh.domain.app.job.PurchaseRequests;
import io.github.camelovh.domain.app.job.ResultWriter;
import io.github.camelovh.domain.app.job.RowSecrets;
import io.github.camelovh.domain.app.job.ScheduledRenewals;
import io.github.camelovh.domain.app.job.SettledFiles;
import io.github.camelovh.domain.app.job.StatusReport;
import io.github.camelovh.domain.app.job.TaskCheck;
import io.github.camelovh.domain.app.job.TaskRepair;
import io.github.camelovh.domain.app.job.Watcher;
import io.github.camelovh.domain.app.job.WorkGate;
import io.github.camelovh.domain.app.job.Worker;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerPurchaseJournal;
import io.github.camelovh.domain.app.notification.BriefAnswers;
import io.github.camelovh.domain.app.notification.EventFolder;
import io.github.camelovh.domain.app.notification.MailDigest;
import io.github.camelovh.domain.app.notification.Webhook;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.NotificationSettings;
import io.github.camelovh.domain.app.settings.RepairRulesFile;
import io.github.camelovh.domain.app.zonefile.DriftCheck;
import io.github.camelovh.domain.app.zonefile.LedgerZoneJournal;
import io.github.camelovh.domain.app.zonefile.SyncedZones;
import io.github.camelovh.domain.app.zonefile.ZoneFileImporter;
import io.github.camelovh.domain.app.zonefile.ZonePlanApproval;
import io.github.camelovh.domain.app.zonefile.ZonePlanText;
import io.github.camelovh.domain.dns.ZoneJournal;
import io.github.camelovh.domain.operation.ApiUsage;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.transfer.AuthCodeStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The services of one process, tied together: what the workflows call by name. */
record Services(
        WorkGate gate,
        ApiCallCount apiCalls,
        FaultLog faults,
        InboxReadLock inboxReadLock,
        FileImporter fileImporter,
        Planner planner,
        PlanApproval planApproval,
        Worker worker,
        Watcher watcher,
        ZoneCarrier zoneCarrier,
        ResultWriter resultWriter,
        FixFileWriter fixFileWriter,
        NotificationSender notificationSender,
        OutageEvents outageEvents,
        EventFolder events,
        Webhook webhook,
        NotificationSettings notices,
        RemoteControl remoteControl,
        FileArchive fileArchive,
        PurchaseJournal purchaseJournal,
        FileBudgets budgets,
        AuthCodeStore authCodeStore,
        ZoneJournal zoneJournal,
        RepairAdvisor repairAdvisor,
        ZoneFileImporter zoneFileImporter,
        ZonePlanText zonePlanText,
        ZonePlanApproval zonePlanApproval,
        DriftCheck driftCheck,
        ScheduledRenewals scheduledRenewals) {

    static Services of(
            ApplicationSettings settings,
            Ledger ledger,
            RouteCaller routes,
            Endpoints endpoints,
            String owner,
            Clock clock) {
        Supplier<ApiUsage> usage =
                () -> endpoints.call("api", "usage", Map.of()).as(ApiUsage.class);
        WorkGate gate = new WorkGate(
                () -> Optional.ofNullable(usage.get().outage()),
                () -> endpoints.call("api", "getCurrentCredential", Map.of()),
                clock);
        FaultLog faults = new FaultLog(clock);
        ReadOptions reading = ReadOptions.inCurrency(settings.currency()).withCharset(settings.encoding());
        RowParsers actions = RowParsers.standard().with(settings.userActions());
        ApiCallCount apiCalls = new ApiCallCount(() -> usage.get().callsMade());
        LedgerServices onLedger = LedgerServices.of(settings, ledger, owner, apiCalls, clock);
        RowSecrets secrets = onLedger.secrets();
        ApplicationSettings.Ordering ordering = settings.ordering();
        PurchaseRequests purchaseRequests =
                new PurchaseRequests(ordering.configuration(), ordering.premium(), ordering.aftermarket());
        ApplicationSettings.Limits limits = settings.limits();
        ActiveLeases held = new ActiveLeases();
        FileBudgets budgets = new FileBudgets(ledger, held, limits.now());
        Holdings holdings = new EndpointHoldings(endpoints);
        RepairAdvisor repairAdvisor = RepairAdvisor.of(RepairRulesFile.of(settings.home()));
        PurchaseJournal journal = new LedgerPurchaseJournal(ledger, held);
        ZoneCarrier carrier = new ZoneCarrier(
                settings.carryFolder(),
                settings.transfers().carryZone(),
                settings.currency(),
                endpoints,
                settings.zones().ownership(),
                settings.zones().guards());
        List<Action> kinds = new ArrayList<>(List.of(
                new PurchaseActions(ledger, budgets, purchaseRequests, holdings, carrier, routes),
                new FixAction(ledger, secrets)));
        kinds.addAll(WhoisActions.of(routes));
        kinds.addAll(ContactActions.of(routes));
        kinds.addAll(RenewalActions.of(routes, new OrderedRenewals(ledger)));
        kinds.addAll(DnsActions.of(routes));
        kinds.addAll(LeaveActions.of(routes));
        kinds.addAll(UserActions.of(settings.userActions(), routes));
        Actions all = new Actions(kinds);
        ActionRows rows = new ActionRows(ledger, reading, actions, secrets, budgets);
        TaskRepair repair = new TaskRepair(ledger, endpoints, secrets, clock);
        PlanApproval approvals = onLedger.planApproval();
        FileImporter imports = new FileImporter(ledger, reading, actions, secrets, owner);
        EventFolder events = new EventFolder(settings.events(), clock);
        FileArchive archive = new FileArchive(
                ledger,
                reading,
                List.of(settings.inbox(), settings.zoneFolder()),
                settings.privacy().archiveKeep(),
                clock);
        return new Services(
                gate,
                apiCalls,
                faults,
                new InboxReadLock(ledger.drops(), settings.inbox(), settings.sharedInbox() != null, owner, faults),
                imports,
                new Planner(ledger, rows, all, limits.now(), limits.runGiven(), limits.approving()),
                approvals,
                new Worker(ledger, held, rows, all, budgets, owner, gate, faults, clock, ordering.attempts()),
                new Watcher(
                        ledger,
                        new DeliveryCheck(
                                routes,
                                rows,
                                new AwaitedNames(ledger, endpoints, clock),
                                repair,
                                clock,
                                new DeliveryCheck.Patience(
                                        settings.delivery().patience(),
                                        settings.transfers().patience())),
                        new TaskCheck(
                                endpoints,
                                repair,
                                rows,
                                all,
                                clock,
                                settings.delivery().patience()),
                        owner,
                        gate,
                        faults,
                        clock,
                        settings.delivery().every()),
                carrier,
                onLedger.resultWriter(),
                onLedger.fixFileWriter(),
                new NotificationSender(ledger, faults, owner),
                new OutageEvents(gate::outage, owner, clock),
                events,
                new Webhook(settings.notices().webhook(), settings.notices().webhookKey(), events, clock),
                settings.notices(),
                new RemoteControl(
                        onLedger.planCommands(),
                        new StatusReport(ledger),
                        SyncedZones.in(ledger.zones()),
                        gate,
                        new FileErrorReport(settings.outbox(), clock),
                        archive),
                archive,
                journal,
                budgets,
                new AuthCodeFiles(settings.codeFolder(), settings.transfers().certificate(), clock),
                new LedgerZoneJournal(ledger.zones(), settings.outbox()),
                repairAdvisor,
                new ZoneFileImporter(ledger, settings.encoding(), owner),
                new ZonePlanText(ledger, onLedger.resultWriter()),
                new ZonePlanApproval(ledger, settings.zones()),
                new DriftCheck(endpoints, SyncedZones.in(ledger.zones()), settings.drift(), settings.zones(), clock),
                new ScheduledRenewals(
                        ledger,
                        endpoints,
                        () -> PortfolioServices.policyOf(settings),
                        imports,
                        approvals,
                        settings.renewalFolder(),
                        settings.forecastFolder(),
                        settings.renewals().approved(),
                        clock));
    }

    /** By the names that the workflows use. */
    Map<String, Object> byName() {
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("faultLog", faults);
        beans.put("passingFaults", new PassingFaults(gate, faults));
        beans.put("inboxReadLock", inboxReadLock);
        beans.put("settledDrops", SettledFiles.lockedIn(inboxReadLock));
        beans.put("settledLateFiles", SettledFiles.lockedByFiles(false));
        beans.put("settledZoneFiles", SettledFiles.lockedByFiles(true));
        beans.put("fileImporter", fileImporter);
        beans.put("planner", planner);
        beans.put("planApproval", planApproval);
        beans.put("worker", worker);
        beans.put("watcher", watcher);
        beans.put("zoneCarrier", zoneCarrier);
        beans.put("resultWriter", resultWriter);
        beans.put("fixFileWriter", fixFileWriter);
        beans.put("notificationSender", notificationSender);
        beans.put("outageEvents", outageEvents);
        beans.put("eventFolder", events);
        beans.put("webhook", webhook);
        beans.put("briefAnswers", new BriefAnswers(System::nanoTime));
        NotificationSettings.Mail mail = notices.mail();
        beans.put("mailDigest", new MailDigest(events, mail != null && mail.all()));
        if (mail != null) {
            beans.put("mailLogin", new MailLogin(mail));
        }
        beans.put("remoteControl", remoteControl);
        beans.put("fileArchive", fileArchive);
        beans.put("purchaseJournal", purchaseJournal);
        beans.put("budgets", budgets);
        beans.put("authCodeStore", authCodeStore);
        beans.put("zoneJournal", zoneJournal);
        beans.put("repairAdvisor", repairAdvisor);
        beans.put("zoneFileImporter", zoneFileImporter);
        beans.put("zonePlanText", zonePlanText);
        beans.put("zonePlanApproval", zonePlanApproval);
        beans.put("driftCheck", driftCheck);
        beans.put("scheduledRenewals", scheduledRenewals);
        return beans;
    }
}
