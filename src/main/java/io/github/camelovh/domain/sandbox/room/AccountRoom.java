/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Room;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.ServedZone;
import java.util.Optional;

/**
 * The account and the shop: names, carts, orders, payments, tasks, contacts renewals and zones, which all change each other
 * and therefore share one state.
 */
public final class AccountRoom implements Room {

    /** The owner contact of the names that the account has at start. */
    private static final long FIRST_CONTACT = 5_000_000_001L;

    private final SandboxWorld world;
    private final Account account = new Account();
    private final Extensions extensions = new Extensions();
    private final Portfolio portfolio;
    private final ZoneSettings settings;
    private final Zones zones;

    /**
     * A new account with as many names as {@code world} says.
     *
     * @param world clock, ids, seed and settings of the house
     * @param settings how zones are made and treated
     */
    public AccountRoom(SandboxWorld world, ZoneSettings settings) {
        this.world = world;
        this.portfolio = new Portfolio(world, account, extensions, FIRST_CONTACT);
        this.settings = settings;
        this.zones = new Zones(world, account, portfolio, settings);
        open(world.now().toEpochMilli());
    }

    private void open(long born) {
        account.born = born;
        account.me = Contacts.account(world.nichandle());
        ObjectNode owner = Contacts.ofAccount(account.me);
        owner.put("id", FIRST_CONTACT);
        account.contacts.put(FIRST_CONTACT, owner);
        account.paymentMethods.putAll(PaymentMethodRoutes.atStart(born));
        zones.open(born);
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public void register(Routes routes) {
        Deliveries deliveries = new Deliveries(world, account, extensions, portfolio, new ZoneWork(zones));
        Tasks tasks = new Tasks(world, account, deliveries);
        Payments payments = new Payments(world, account, tasks);
        Eligibility eligibility = new Eligibility(world, account, extensions);

        CartRoutes carts = new CartRoutes(world, account);
        CartGoods goods = new CartGoods(world, carts, extensions, portfolio);
        CartItemRoutes items = new CartItemRoutes(world, account, carts, goods, extensions);
        carts.register(routes);
        goods.register(routes);
        items.register(routes);
        new Checkout(world, account, carts, items, eligibility, payments).register(routes);

        new OrderRoutes(world, account, payments).register(routes);
        new PaymentMethodRoutes(account).register(routes);
        new TaskRoutes(world, account, tasks, portfolio).register(routes);

        NameRoutes names = new NameRoutes(world, portfolio, tasks, extensions);
        names.register(routes);
        new NameV2Routes(world, account, portfolio, names, tasks, new NameV2(world, account, extensions))
                .register(routes);
        new NameServerRoutes(world, portfolio, tasks, extensions).register(routes);
        new GlueRoutes(portfolio, tasks, extensions).register(routes);
        new DsRoutes(world, portfolio, tasks, extensions).register(routes);
        registerZones(routes, tasks);
        new RenewalRoutes(world, account, portfolio, extensions).register(routes);
        new ContactRoutes(world, account).register(routes);
        new ExtensionRoutes(world, extensions, eligibility).register(routes);
    }

    private void registerZones(Routes routes, Tasks tasks) {
        new ZoneRoutes(world, zones, tasks).register(routes);
        new RecordRoutes(world, zones).register(routes);
        new ZoneHistoryRoutes(zones, tasks, settings.origin()).register(routes);
        new ZoneTaskRoutes(world, account, tasks, zones).register(routes);
        new RedirectionRoutes(world, zones).register(routes);
        new DynHostRoutes(world, zones).register(routes);
        routes.onControl("zones", new ZoneControl(zones));
    }

    /** A zone as its name servers have it; only under the lock of the house. */
    public Optional<ServedZone> served(String zone) {
        return zones.served(zone);
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

    /** The account as new; it keeps the day it was born, from which the dates of its names count. */
    @Override
    public void reset() {
        long born = account.born;
        account.load(new Account().save());
        open(born);
    }
}
