// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.app.action.Actions;
import io.github.camelovh.domain.app.action.contact.AccountActions;
import io.github.camelovh.domain.app.action.contact.EligibilityChecks;
import io.github.camelovh.domain.app.action.contact.OwnerActions;
import io.github.camelovh.domain.app.action.contact.OwnerChangeOrder;
import io.github.camelovh.domain.app.action.contact.OwnerSnapshot;
import io.github.camelovh.domain.app.action.dns.DelegationActions;
import io.github.camelovh.domain.app.action.dns.RecordActions;
import io.github.camelovh.domain.app.action.renewal.RenewAction;
import io.github.camelovh.domain.app.action.renewal.RenewalModeAction;
import io.github.camelovh.domain.app.action.transfer.AuthCodeFiles;
import io.github.camelovh.domain.app.action.transfer.LockActions;
import io.github.camelovh.domain.app.action.transfer.ReleaseActions;
import io.github.camelovh.domain.app.action.transfer.ZoneCarrier;
import io.github.camelovh.domain.app.action.whois.WhoisActions;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.job.ActionRows;
import io.github.camelovh.domain.app.job.AwaitedNames;
import io.github.camelovh.domain.app.job.ChangeWatcher;
import io.github.camelovh.domain.app.job.ChangeWorker;
import io.github.camelovh.domain.app.job.CircuitBreaker;
import io.github.camelovh.domain.app.job.DeliveryWatcher;
import io.github.camelovh.domain.app.job.FileBudgets;
import io.github.camelovh.domain.app.job.FileErrorReport;
import io.github.camelovh.domain.app.job.FileImporter;
import io.github.camelovh.domain.app.job.FixAction;
import io.github.camelovh.domain.app.job.FixFileWriter;
import io.github.camelovh.domain.app.job.InboxReadLock;
import io.github.camelovh.domain.app.job.NotificationSender;
import io.github.camelovh.domain.app.job.OrderedRenewals;
import io.github.camelovh.domain.app.job.Outbox;
import io.github.camelovh.domain.app.job.PlanApproval;
import io.github.camelovh.domain.app.job.PricePlanner;
import io.github.camelovh.domain.app.job.PurchaseRequests;
import io.github.camelovh.domain.app.job.PurchaseWorker;
import io.github.camelovh.domain.app.job.ResultWriter;
import io.github.camelovh.domain.app.job.RowSecrets;
import io.github.camelovh.domain.app.job.ScheduledRenewals;
import io.github.camelovh.domain.app.job.StatusReport;
import io.github.camelovh.domain.app.job.TaskRepair;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerPurchaseJournal;
import io.github.camelovh.domain.app.notification.EventFolder;
import io.github.camelovh.domain.app.notification.MailDigest;
import io.github.camelovh.domain.app.notification.Webhook;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.NotificationSettings;
import io.github.camelovh.domain.app.settings.RepairRulesFile;
import io.github.camelovh.domain.app.zonefile.DriftCheck;
import io.github.camelovh.domain.app.zonefile.ZoneFileSync;
import io.github.camelovh.domain.contact.AccountRoles;
import io.github.camelovh.domain.contact.OwnerContactRegistry;
import io.github.camelovh.domain.contact.OwnerContacts;
import io.github.camelovh.domain.dns.Delegations;
import io.github.camelovh.domain.dns.ZoneSync;
import io.github.camelovh.domain.operation.ApiUsage;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.LiveHoldings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.PlanningCart;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.portfolio.PortfolioScan;
import io.github.camelovh.domain.renewal.RenewalTurns;
import io.github.camelovh.domain.renewal.Renewals;
import io.github.camelovh.domain.renewal.Renewer;
import io.github.camelovh.domain.rules.Rules;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.task.Tasks;
import io.github.camelovh.domain.transfer.OutgoingTransfers;
import io.github.camelovh.domain.whois.WhoisClient;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The services of one process, tied together: what the workflows call by name. */
record Services(
        CircuitBreaker breaker,
        InboxReadLock inboxReadLock,
        FileImporter fileImporter,
        PricePlanner pricePlanner,
        PlanApproval planApproval,
        PurchaseWorker purchaseWorker,
        ChangeWorker changeWorker,
        ChangeWatcher changeWatcher,
        DeliveryWatcher deliveryWatcher,
        ResultWriter resultWriter,
        FixFileWriter fixFileWriter,
        NotificationSender notificationSender,
        EventFolder events,
        NotificationSettings notices,
        RemoteControl remoteControl,
        PurchaseJournal purchaseJournal,
        FileBudgets budgets,
        Lazy<PlanningCart> prices,
        RepairAdvisor repairAdvisor,
        ZoneFileSync zoneFileSync,
        DriftCheck driftCheck,
        ScheduledRenewals scheduledRenewals) {

    private static final Duration ORDER_POLL = Duration.ofMillis(500);

    static Services of(
            ApplicationSettings settings,
            Ledger ledger,
            Supplier<OvhApi> api,
            Endpoints endpoints,
            String owner,
            Clock clock) {
        CircuitBreaker breaker = new CircuitBreaker();
        ReadOptions reading = ReadOptions.inCurrency(settings.currency()).withCharset(settings.encoding());
        RowParsers actions = RowParsers.standard();
        RowSecrets secrets = new RowSecrets(new Lazy<>(() -> ledger.seal(settings.ledgerKey())));
        ApplicationSettings.Ordering ordering = settings.ordering();
        OwnerContactRegistry owners = new OwnerContactRegistry(api);
        EligibilityChecks eligibility =
                new EligibilityChecks(api, new Lazy<>(() -> new Rules(api.get(), System::nanoTime)));
        PurchaseRequests purchaseRequests = new PurchaseRequests(
                reading,
                actions,
                owners,
                secrets,
                ordering.configuration(),
                ordering.premium(),
                ordering.aftermarket());
        ApplicationSettings.Limits limits = settings.limits();
        ActiveLeases held = new ActiveLeases();
        FileBudgets budgets = new FileBudgets(ledger, held, limits.now());
        Holdings holdings = new EndpointHoldings(endpoints);
        Lazy<PlanningCart> prices =
                new Lazy<>(() -> new PlanningCart(api.get(), OrderSettings.of(settings.subsidiary()), clock));
        RepairAdvisor repairAdvisor = RepairAdvisor.of(RepairRulesFile.of(settings.home()));
        Supplier<Tasks> tasks = new Lazy<>(() ->
                new Tasks(api.get(), repairAdvisor, settings.delivery().every(), clock, Services::sleep));
        Supplier<ZoneSync> zones = new Lazy<>(() -> new ZoneSync(api.get(), Services::sleep, System::nanoTime));
        Supplier<Delegations> delegations =
                new Lazy<>(() -> new Delegations(api.get(), Services::sleep, System::nanoTime));
        Supplier<OutgoingTransfers> departures = new Lazy<>(() -> new OutgoingTransfers(api.get()));
        Supplier<Renewals> renewals = new Lazy<>(() -> new Renewals(api.get()));
        PurchaseJournal journal = new LedgerPurchaseJournal(ledger, held);
        Supplier<Orders> orders = new Lazy<>(() -> orders(settings, api.get(), journal, clock));
        Actions changes = new Actions(List.of(
                new DelegationActions(delegations, tasks, settings.zones().guards()),
                new RecordActions(zones, ZoneServices.folder(settings), settings.zones()),
                new RenewalModeAction(renewals),
                new RenewAction(
                        renewals,
                        new Lazy<>(() -> new Renewer(
                                api.get(), renewals.get(), orders.get(), new RenewalTurns(), Services::sleep)),
                        orders,
                        new OrderedRenewals(ledger),
                        settings.delivery().every()),
                new LockActions(departures, tasks),
                new WhoisActions(new Lazy<>(() -> new WhoisClient(api.get()))),
                new AccountActions(
                        new Lazy<>(() -> new AccountRoles(api.get())),
                        settings.delivery().every()),
                owners(settings, api, owners, eligibility, tasks, clock),
                new ReleaseActions(
                        departures,
                        tasks,
                        new AuthCodeFiles(
                                settings.codeFolder(), settings.transfers().certificate(), clock),
                        settings.transfers().relockAfter(),
                        clock),
                new FixAction(ledger, secrets)));
        ZoneCarrier carrier = new ZoneCarrier(
                settings.carryFolder(),
                settings.transfers().carryZone(),
                settings.currency(),
                api,
                new Lazy<>(() -> orders(settings, api.get(), PurchaseJournal.none(), clock)),
                zones,
                settings.zones().ownership(),
                settings.zones().guards());
        TaskRepair repair = new TaskRepair(ledger, endpoints, secrets, clock);
        Outbox outbox = new Outbox(ledger, settings.outbox());
        FixFileWriter attention = new FixFileWriter(ledger, outbox);
        PlanApproval approvals = new PlanApproval(ledger, limits.now());
        FileImporter imports = new FileImporter(ledger, reading, actions, secrets, owner);
        return new Services(
                breaker,
                new InboxReadLock(ledger.drops(), settings.inbox(), settings.sharedInbox() != null, owner),
                imports,
                new PricePlanner(
                        ledger,
                        purchaseRequests,
                        holdings,
                        carrier,
                        eligibility,
                        prices,
                        limits.now(),
                        limits.runGiven(),
                        limits.approving()),
                approvals,
                new PurchaseWorker(
                        ledger, held, budgets, purchaseRequests, carrier, owner, breaker, clock, ordering.attempts()),
                new ChangeWorker(
                        ledger,
                        held,
                        new ActionRows(ledger, reading, actions, secrets, budgets),
                        changes,
                        owner,
                        breaker,
                        clock,
                        ordering.attempts()),
                new ChangeWatcher(
                        ledger,
                        tasks,
                        repair,
                        owner,
                        breaker,
                        clock,
                        settings.delivery().every(),
                        settings.delivery().patience()),
                new DeliveryWatcher(
                        ledger,
                        purchaseRequests,
                        new AwaitedNames(ledger, endpoints, clock),
                        repair,
                        owner,
                        breaker,
                        clock,
                        settings.delivery().every(),
                        new DeliveryWatcher.Patience(
                                settings.delivery().patience(),
                                settings.transfers().patience())),
                new ResultWriter(
                        ledger,
                        owner,
                        secrets,
                        outbox,
                        attention,
                        settings.currency(),
                        () -> endpoints
                                .call("api", "usage", Map.of())
                                .as(ApiUsage.class)
                                .callsMade(),
                        clock),
                attention,
                new NotificationSender(ledger, owner),
                new EventFolder(settings.events(), clock),
                settings.notices(),
                new RemoteControl(
                        approvals, new StatusReport(ledger), breaker, new FileErrorReport(settings.outbox(), clock)),
                journal,
                budgets,
                prices,
                repairAdvisor,
                ZoneServices.files(settings, endpoints, clock),
                ZoneServices.drift(settings, endpoints, clock),
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

    private static OwnerActions owners(
            ApplicationSettings settings,
            Supplier<OvhApi> api,
            OwnerContactRegistry made,
            EligibilityChecks eligibility,
            Supplier<Tasks> tasks,
            Clock clock) {
        Supplier<OwnerContacts> contacts = new Lazy<>(() -> new OwnerContacts(api.get()));
        return new OwnerActions(
                contacts,
                new OwnerSnapshot(contacts, () -> new PortfolioScan(api.get()), clock),
                eligibility,
                new OwnerChangeOrder(
                        (journal, budget) -> orders(settings, api.get(), journal, budget, clock),
                        eligibility,
                        contacts,
                        made,
                        tasks,
                        settings.delivery().every()));
    }

    /**
     * For what is ordered beside carts of rows. Zones that are ordered along have no row of their own, and so no journal: the cart
     * tells whether one was ordered before. Money for renewals is set aside by their rows.
     */
    private static Orders orders(ApplicationSettings settings, OvhApi api, PurchaseJournal journal, Clock clock) {
        return orders(settings, api, journal, Budget.unlimited(), clock);
    }

    private static Orders orders(
            ApplicationSettings settings, OvhApi api, PurchaseJournal journal, Budget budget, Clock clock) {
        return new Orders(
                api,
                OrderSettings.of(settings.subsidiary()).polling(ORDER_POLL),
                journal,
                budget,
                new LiveHoldings(api),
                clock,
                Services::sleep);
    }

    static void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    /** By the names that the workflows use. */
    Map<String, Object> byName() {
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("inboxReadLock", inboxReadLock);
        beans.put("fileImporter", fileImporter);
        beans.put("pricePlanner", pricePlanner);
        beans.put("planApproval", planApproval);
        beans.put("purchaseWorker", purchaseWorker);
        beans.put("changeWorker", changeWorker);
        beans.put("changeWatcher", changeWatcher);
        beans.put("deliveryWatcher", deliveryWatcher);
        beans.put("resultWriter", resultWriter);
        beans.put("fixFileWriter", fixFileWriter);
        beans.put("notificationSender", notificationSender);
        beans.put("eventFolder", events);
        beans.put("webhook", new Webhook(notices.webhook(), notices.webhookSecret(), events));
        NotificationSettings.Mail mail = notices.mail();
        beans.put("mailDigest", new MailDigest(events, mail != null && mail.all()));
        if (mail != null) {
            beans.put("mailLogin", new MailLogin(mail));
        }
        beans.put("remoteControl", remoteControl);
        beans.put("purchaseJournal", purchaseJournal);
        beans.put("budgets", budgets);
        beans.put("repairAdvisor", repairAdvisor);
        beans.put("zoneFileSync", zoneFileSync);
        beans.put("driftCheck", driftCheck);
        beans.put("scheduledRenewals", scheduledRenewals);
        return beans;
    }
}
