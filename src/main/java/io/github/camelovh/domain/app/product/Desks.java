// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.product;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.app.carry.ZoneCarrier;
import io.github.camelovh.domain.app.change.AccountRows;
import io.github.camelovh.domain.app.change.ChangeBook;
import io.github.camelovh.domain.app.change.CodeFiles;
import io.github.camelovh.domain.app.change.DelegationRows;
import io.github.camelovh.domain.app.change.EligibilityDesk;
import io.github.camelovh.domain.app.change.LockRows;
import io.github.camelovh.domain.app.change.OwnerRows;
import io.github.camelovh.domain.app.change.OwnerSnapshot;
import io.github.camelovh.domain.app.change.OwnerTrade;
import io.github.camelovh.domain.app.change.ReleaseRows;
import io.github.camelovh.domain.app.change.RenewalModeRows;
import io.github.camelovh.domain.app.change.RenewalRows;
import io.github.camelovh.domain.app.change.WhoisRows;
import io.github.camelovh.domain.app.desk.Alarm;
import io.github.camelovh.domain.app.desk.ApprovalDesk;
import io.github.camelovh.domain.app.desk.AttentionDesk;
import io.github.camelovh.domain.app.desk.AwaitedNames;
import io.github.camelovh.domain.app.desk.BuyingDesk;
import io.github.camelovh.domain.app.desk.ChangeDesk;
import io.github.camelovh.domain.app.desk.ChangeRows;
import io.github.camelovh.domain.app.desk.DeliveryDesk;
import io.github.camelovh.domain.app.desk.DropLocks;
import io.github.camelovh.domain.app.desk.ErrorNotes;
import io.github.camelovh.domain.app.desk.FileBudgets;
import io.github.camelovh.domain.app.desk.FinishDesk;
import io.github.camelovh.domain.app.desk.FixRows;
import io.github.camelovh.domain.app.desk.ImportDesk;
import io.github.camelovh.domain.app.desk.NoticeDesk;
import io.github.camelovh.domain.app.desk.OrderedRenewals;
import io.github.camelovh.domain.app.desk.Outbox;
import io.github.camelovh.domain.app.desk.OutcomeDesk;
import io.github.camelovh.domain.app.desk.PricingDesk;
import io.github.camelovh.domain.app.desk.RenewalsDesk;
import io.github.camelovh.domain.app.desk.RowSecrets;
import io.github.camelovh.domain.app.desk.StatusDesk;
import io.github.camelovh.domain.app.desk.TaskRepair;
import io.github.camelovh.domain.app.desk.Wishes;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerPurchaseJournal;
import io.github.camelovh.domain.app.notice.EventFolder;
import io.github.camelovh.domain.app.notice.MailBag;
import io.github.camelovh.domain.app.notice.Webhook;
import io.github.camelovh.domain.app.row.ActionRegistry;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.zone.DriftDesk;
import io.github.camelovh.domain.app.zone.RecordRows;
import io.github.camelovh.domain.app.zone.ZoneFileDesk;
import io.github.camelovh.domain.contact.AccountsDesk;
import io.github.camelovh.domain.contact.ContactDesk;
import io.github.camelovh.domain.contact.OwnerContacts;
import io.github.camelovh.domain.dns.DelegationDesk;
import io.github.camelovh.domain.dns.ZoneDesk;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.LiveHoldings;
import io.github.camelovh.domain.order.OrderDesk;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.PlanningCart;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.SnapshotHoldings;
import io.github.camelovh.domain.portfolio.PortfolioScan;
import io.github.camelovh.domain.renewal.RenewalDesk;
import io.github.camelovh.domain.renewal.RenewalTurns;
import io.github.camelovh.domain.renewal.Renewer;
import io.github.camelovh.domain.rules.RuleDesk;
import io.github.camelovh.domain.task.RepairBook;
import io.github.camelovh.domain.task.RepairSource;
import io.github.camelovh.domain.task.TaskDesk;
import io.github.camelovh.domain.transfer.DepartureDesk;
import io.github.camelovh.domain.whois.WhoisDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The desks of one process, tied together: what the workflows call by name. */
record Desks(
        Alarm alarm,
        DropLocks dropLocks,
        ImportDesk importDesk,
        PricingDesk pricingDesk,
        ApprovalDesk approvalDesk,
        BuyingDesk buyingDesk,
        ChangeDesk changeDesk,
        OutcomeDesk outcomeDesk,
        DeliveryDesk deliveryDesk,
        FinishDesk finishDesk,
        AttentionDesk attentionDesk,
        NoticeDesk noticeDesk,
        EventFolder events,
        NoticeSettings notices,
        ControlDesk controlDesk,
        PurchaseJournal purchaseJournal,
        FileBudgets budgets,
        Holdings holdings,
        Once<PlanningCart> prices,
        ZoneFileDesk zoneFileDesk,
        DriftDesk driftDesk,
        RenewalsDesk renewalsDesk) {

    /** How old the picture of the account may be; what this process orders is added to it at once. */
    private static final Duration PICTURE = Duration.ofMinutes(5);

    private static final Duration ORDER_POLL = Duration.ofMillis(500);

    static Desks of(ProductSettings settings, Ledger ledger, Supplier<OvhApi> api, String owner, Clock clock) {
        Alarm alarm = new Alarm();
        ReadOptions reading = ReadOptions.inCurrency(settings.currency()).withCharset(settings.encoding());
        ActionRegistry actions = ActionRegistry.standard();
        RowSecrets secrets = new RowSecrets(new Once<>(() -> ledger.seal(settings.ledgerKey())));
        ProductSettings.Ordering ordering = settings.ordering();
        OwnerContacts owners = new OwnerContacts(api);
        EligibilityDesk eligibility =
                new EligibilityDesk(api, new Once<>(() -> new RuleDesk(api.get(), System::nanoTime)));
        Wishes wishes = new Wishes(
                reading,
                actions,
                owners,
                secrets,
                ordering.configuration(),
                ordering.premium(),
                ordering.aftermarket());
        ProductSettings.Limits limits = settings.limits();
        ActiveLeases held = new ActiveLeases();
        FileBudgets budgets = new FileBudgets(ledger, held, limits.now());
        Holdings holdings = new LateHoldings(new Once<>(() -> new SnapshotHoldings(api.get(), PICTURE, clock)));
        Once<PlanningCart> prices =
                new Once<>(() -> new PlanningCart(api.get(), OrderSettings.of(settings.subsidiary()), clock));
        List<RepairSource> rules = RepairRulesFile.of(settings.home());
        Supplier<TaskDesk> tasks = new Once<>(() -> new TaskDesk(
                api.get(), RepairBook.of(rules), settings.delivery().every(), clock, Desks::sleep));
        Supplier<ZoneDesk> zones = ZoneOffice.desk(api);
        Supplier<DelegationDesk> delegations =
                new Once<>(() -> new DelegationDesk(api.get(), Desks::sleep, System::nanoTime));
        Supplier<DepartureDesk> departures = new Once<>(() -> new DepartureDesk(api.get()));
        Supplier<RenewalDesk> renewals = new Once<>(() -> new RenewalDesk(api.get()));
        PurchaseJournal journal = new LedgerPurchaseJournal(ledger, held);
        Supplier<OrderDesk> orders = new Once<>(() -> orders(settings, api.get(), journal, clock));
        ChangeBook changes = new ChangeBook(List.of(
                new DelegationRows(delegations, tasks, settings.zones().guards()),
                new RecordRows(zones, ZoneOffice.shelf(settings), settings.zones()),
                new RenewalModeRows(renewals),
                new RenewalRows(
                        renewals,
                        new Once<>(() ->
                                new Renewer(api.get(), renewals.get(), orders.get(), new RenewalTurns(), Desks::sleep)),
                        orders,
                        new OrderedRenewals(ledger),
                        settings.delivery().every()),
                new LockRows(departures, tasks),
                new WhoisRows(new Once<>(() -> new WhoisDesk(api.get()))),
                new AccountRows(
                        new Once<>(() -> new AccountsDesk(api.get())),
                        settings.delivery().every()),
                owners(settings, api, owners, eligibility, tasks, clock),
                new ReleaseRows(
                        departures,
                        tasks,
                        new CodeFiles(
                                settings.codeFolder(), settings.transfers().certificate(), clock),
                        settings.transfers().relockAfter(),
                        clock),
                new FixRows(ledger, secrets)));
        ZoneCarrier carrier = new ZoneCarrier(
                settings.carryFolder(),
                settings.transfers().carryZone(),
                settings.currency(),
                api,
                new Once<>(() -> orders(settings, api.get(), PurchaseJournal.none(), clock)),
                zones,
                settings.zones().ownership(),
                settings.zones().guards());
        TaskRepair repair = new TaskRepair(ledger, tasks, secrets, clock);
        Outbox outbox = new Outbox(ledger, settings.outbox());
        AttentionDesk attention = new AttentionDesk(ledger, outbox);
        ApprovalDesk approvals = new ApprovalDesk(ledger, limits.now());
        ImportDesk imports = new ImportDesk(ledger, reading, actions, secrets, owner);
        return new Desks(
                alarm,
                new DropLocks(ledger.drops(), settings.inbox(), settings.sharedInbox() != null, owner),
                imports,
                new PricingDesk(
                        ledger,
                        wishes,
                        holdings,
                        carrier,
                        eligibility,
                        prices,
                        limits.now(),
                        limits.runGiven(),
                        limits.approving()),
                approvals,
                new BuyingDesk(ledger, held, budgets, wishes, carrier, owner, alarm, clock, ordering.attempts()),
                new ChangeDesk(
                        ledger,
                        held,
                        new ChangeRows(ledger, reading, actions, secrets, budgets),
                        changes,
                        owner,
                        alarm,
                        clock,
                        ordering.attempts()),
                new OutcomeDesk(
                        ledger,
                        tasks,
                        repair,
                        owner,
                        alarm,
                        clock,
                        settings.delivery().every(),
                        settings.delivery().patience()),
                new DeliveryDesk(
                        ledger,
                        wishes,
                        new AwaitedNames(ledger, tasks, clock),
                        repair,
                        owner,
                        alarm,
                        clock,
                        settings.delivery().every(),
                        new DeliveryDesk.Patience(
                                settings.delivery().patience(),
                                settings.transfers().patience())),
                new FinishDesk(
                        ledger,
                        owner,
                        secrets,
                        outbox,
                        attention,
                        settings.currency(),
                        () -> api.get().callsMade(),
                        clock),
                attention,
                new NoticeDesk(ledger, owner),
                new EventFolder(settings.events(), clock),
                settings.notices(),
                new ControlDesk(approvals, new StatusDesk(ledger), alarm, new ErrorNotes(settings.outbox(), clock)),
                journal,
                budgets,
                holdings,
                prices,
                ZoneOffice.files(settings, zones, clock),
                ZoneOffice.drift(settings, zones, clock),
                new RenewalsDesk(
                        ledger,
                        api,
                        () -> PortfolioOffice.policyOf(settings),
                        imports,
                        approvals,
                        settings.renewalFolder(),
                        settings.forecastFolder(),
                        settings.renewals().approved(),
                        clock));
    }

    private static OwnerRows owners(
            ProductSettings settings,
            Supplier<OvhApi> api,
            OwnerContacts made,
            EligibilityDesk eligibility,
            Supplier<TaskDesk> tasks,
            Clock clock) {
        Supplier<ContactDesk> contacts = new Once<>(() -> new ContactDesk(api.get()));
        return new OwnerRows(
                contacts,
                new OwnerSnapshot(contacts, () -> new PortfolioScan(api.get()), clock),
                eligibility,
                new OwnerTrade(
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
    private static OrderDesk orders(ProductSettings settings, OvhApi api, PurchaseJournal journal, Clock clock) {
        return orders(settings, api, journal, Budget.unlimited(), clock);
    }

    private static OrderDesk orders(
            ProductSettings settings, OvhApi api, PurchaseJournal journal, Budget budget, Clock clock) {
        return new OrderDesk(
                api,
                OrderSettings.of(settings.subsidiary()).polling(ORDER_POLL),
                journal,
                budget,
                new LiveHoldings(api),
                clock,
                Desks::sleep);
    }

    static void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    /** By the names that the workflows use. */
    Map<String, Object> byName() {
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("dropLocks", dropLocks);
        beans.put("importDesk", importDesk);
        beans.put("pricingDesk", pricingDesk);
        beans.put("approvalDesk", approvalDesk);
        beans.put("buyingDesk", buyingDesk);
        beans.put("changeDesk", changeDesk);
        beans.put("outcomeDesk", outcomeDesk);
        beans.put("deliveryDesk", deliveryDesk);
        beans.put("finishDesk", finishDesk);
        beans.put("attentionDesk", attentionDesk);
        beans.put("noticeDesk", noticeDesk);
        beans.put("eventFolder", events);
        beans.put("webhook", new Webhook(notices.webhook(), notices.webhookSecret(), events));
        NoticeSettings.Mail mail = notices.mail();
        beans.put("mailBag", new MailBag(events, mail != null && mail.all()));
        if (mail != null) {
            beans.put("mailLogin", new MailLogin(mail));
        }
        beans.put("controlDesk", controlDesk);
        beans.put("purchaseJournal", purchaseJournal);
        beans.put("budgets", budgets);
        beans.put("holdings", holdings);
        beans.put("zoneFileDesk", zoneFileDesk);
        beans.put("driftDesk", driftDesk);
        beans.put("renewalsDesk", renewalsDesk);
        return beans;
    }
}
