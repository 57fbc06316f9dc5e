// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.ResourceHandlers;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.ServedZone;
import java.util.Optional;

/**
 * The account and the shop: names, carts, orders, payments, tasks, contacts, renewals and zones. They change each other
 * and therefore share one state.
 */
public final class AccountHandlers implements ResourceHandlers {

    /** The owner contact of the names that the account owns at start. */
    private static final long FIRST_CONTACT = 5_000_000_001L;

    private final SandboxWorld world;
    private final Account account = new Account();
    private final Extensions extensions = new Extensions();
    private final Portfolio portfolio;
    private final ZoneSettings settings;
    private final RegistryTimes times;
    private final Zones zones;
    private final OtherRegistrars elsewhere;
    private final Delegation delegation;

    /**
     * A new account with as many names as {@code world} says.
     *
     * @param world clock, ids, seed and settings of the sandbox
     * @param settings how zones are created and changed
     * @param times how long transfers take
     */
    public AccountHandlers(SandboxWorld world, ZoneSettings settings, RegistryTimes times) {
        this.world = world;
        this.portfolio = new Portfolio(world, account, extensions, FIRST_CONTACT);
        this.settings = settings;
        this.times = times;
        this.zones = new Zones(world, account, portfolio, settings);
        this.elsewhere = new OtherRegistrars(world, account, extensions, portfolio);
        this.delegation = new Delegation(portfolio, elsewhere, zones);
        open(world.now().toEpochMilli());
    }

    private void open(long born) {
        account.born = born;
        account.me = Contacts.account(world.nichandle());
        for (int i = 0; i < world.owners(); i++) {
            ObjectNode owner = i == 0 ? Contacts.ofAccount(account.me) : Contacts.madeUp(world.random("owner " + i), i);
            owner.put("id", FIRST_CONTACT + i);
            if (world.owners() > 1) {
                owner.put(Contacts.FIXED, generic(portfolio.firstOf(i)));
                if (portfolio
                        .firstOf(i)
                        .filter(name -> name.endsWith(".berlin"))
                        .isPresent()) {
                    owner.withObjectProperty("address").put("city", "Berlin").put("country", "DE");
                }
            }
            account.contacts.put(FIRST_CONTACT + i, owner);
        }
        account.paymentMethods.putAll(PaymentMethodRoutes.atStart(born));
        zones.open(born);
    }

    private boolean generic(Optional<String> name) {
        return name.flatMap(text -> extensions.find(text.substring(text.indexOf('.') + 1)))
                .filter(Extension::generic)
                .isPresent();
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public void register(Routes routes) {
        TaskArguments arguments = new TaskArguments(world, account, extensions);
        Mails mails = new Mails(world, account);
        Departures departures = new Departures(world, portfolio, extensions, elsewhere, zones);
        TaskStore tasks = new TaskStore(world, account, deliveries(arguments, mails, departures));
        Payments payments = new Payments(world, account, tasks);
        Eligibility eligibility = new Eligibility(world, account, extensions);

        CartRoutes carts = new CartRoutes(world, account);
        CartGoods goods = new CartGoods(world, carts, extensions, portfolio, elsewhere);
        CartItemRoutes items = new CartItemRoutes(world, account, carts, goods, extensions, elsewhere);
        carts.register(routes);
        goods.register(routes);
        items.register(routes);
        new Checkout(world, account, carts, items, eligibility, payments).register(routes);

        new OrderRoutes(world, account, payments).register(routes);
        new PaymentMethodRoutes(account).register(routes);
        new TaskRoutes(world, account, tasks, portfolio, arguments).register(routes);
        routes.onControl("tasks", new TaskControl(world, account, portfolio, tasks));
        new DocumentRoutes(world, account, settings.origin()).register(routes);

        Locks locks = new Locks(world, portfolio, tasks);
        locks.register(routes);
        new OutgoingRoutes(world, account, portfolio, extensions, tasks, departures, mails).register(routes);
        routes.onControl("elsewhere", new OtherRegistrarsControl(world, elsewhere, portfolio, departures));
        routes.onControl("mails", new MailControl(account, tasks));
        NameRoutes names = new NameRoutes(world, portfolio, tasks, extensions, locks);
        names.register(routes);
        new AllDomRoutes(world, portfolio, names).register(routes);
        new NameV2Routes(world, account, portfolio, locks, tasks, new NameV2(world, account, extensions))
                .register(routes);
        new NameServerRoutes(world, portfolio, tasks, extensions).register(routes);
        new GlueRoutes(portfolio, tasks, extensions).register(routes);
        new DsRoutes(world, portfolio, tasks, extensions).register(routes);
        new DisclosureRoutes(world, portfolio, extensions).register(routes);
        registerZones(routes, tasks);
        new ContactChangeRoutes(world, account, portfolio, zones, mails).register(routes);
        RenewalBills bills = new RenewalBills(world, extensions);
        new RenewalRoutes(world, account, portfolio, bills).register(routes);
        LifeCycle life = new LifeCycle(world, account, portfolio, bills, payments, tasks);
        routes.onTimer(LifeCycle.TIMER, life::day);
        life.begin();
        new ContactRoutes(world, account).register(routes);
        new ExtensionRoutes(world, extensions, eligibility).register(routes);
    }

    private Deliveries deliveries(TaskArguments arguments, Mails mails, Departures departures) {
        Arrivals arrivals = new Arrivals(world, account, extensions, portfolio);
        return new Deliveries(
                world,
                account,
                portfolio,
                arguments,
                arrivals,
                new IncomingTransfers(world, account, portfolio, elsewhere, arrivals, mails, times),
                departures,
                new ZoneWork(zones),
                new Trades(world, portfolio, arrivals, mails));
    }

    private void registerZones(Routes routes, TaskStore tasks) {
        new ZoneRoutes(world, zones, tasks).register(routes);
        new RecordRoutes(world, zones).register(routes);
        new ZoneHistoryRoutes(zones, tasks, settings.origin()).register(routes);
        new ZoneTaskRoutes(world, account, tasks, zones).register(routes);
        new RedirectionRoutes(world, zones).register(routes);
        new DynHostRoutes(world, zones).register(routes);
        routes.onControl("zones", new ZoneControl(zones));
    }

    /** A zone as OVHcloud's name servers have it, independent of the delegation. Only under the sandbox's lock. */
    public Optional<ServedZone> served(String zone) {
        return zones.served(zone);
    }

    /** A zone as the name servers have it to which the registry delegates the name. Only under the sandbox's lock. */
    public Optional<ServedZone> delegated(String zone) {
        return delegation.served(zone);
    }

    @Override
    public JsonNode save() {
        return account.save();
    }

    @Override
    public void load(JsonNode state) {
        account.load(state);
        zones.open(account.born);
    }

    /** Resets the account. It keeps its start date, to which the dates of its names are relative. */
    @Override
    public void reset() {
        long born = account.born;
        account.load(new Account().save());
        open(born);
    }
}
