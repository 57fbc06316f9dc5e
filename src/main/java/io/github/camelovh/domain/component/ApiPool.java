// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.operation.AccountClients;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.LiveHoldings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.SnapshotHoldings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;

/**
 * One {@link OvhApi} per region and credentials, for all endpoints of a component: pace, clock, token and connections
 * belong to the account, not to an endpoint. Thread-safe by one lock.
 */
final class ApiPool implements AutoCloseable {

    private record Account(ApiRegion region, Credentials credentials) {}

    private record Opened(OvhApi api, HttpOptions http, HealthCheck check) {}

    /** Two {@link Orders} for the same purchases would not know each other's carts. */
    private record DeskKey(
            OvhApi api, OrderSettings settings, PurchaseJournal journal, Budget budget, Holdings holdings) {}

    private record Picture(OvhApi api, Duration maxAge) {}

    private final CamelContext context;
    private final Clock clock;
    private final Sleeper sleeper;
    private final LongSupplier nanos;
    private final HealthCheckRegistry healthChecks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Account, Opened> opened = new HashMap<>();
    private final Map<DeskKey, Orders> desks = new HashMap<>();
    private final Map<Picture, Holdings> pictures = new HashMap<>();
    private final Map<OvhApi, AccountClients> clients = new HashMap<>();

    /**
     * A pool without accounts.
     *
     * @param healthChecks the registry for each account's check; null for none
     */
    ApiPool(CamelContext context, Clock clock, Sleeper sleeper, LongSupplier nanos, HealthCheckRegistry healthChecks) {
        this.context = context;
        this.clock = clock;
        this.sleeper = sleeper;
        this.nanos = nanos;
        this.healthChecks = healthChecks;
    }

    /**
     * The account's API, opened at the first request.
     *
     * @throws IllegalArgumentException if it is already open with other settings
     */
    OvhApi take(OvhApiSettings settings, HttpOptions http) {
        lock.lock();
        try {
            Account account = new Account(settings.region(), settings.credentials());
            Opened found = opened.get(account);
            if (found == null) {
                found = open(settings, http);
                opened.put(account, found);
            }
            if (!found.api().settings().equals(settings) || !found.http().equals(http)) {
                throw new IllegalArgumentException(
                        "Two accounts have the same credentials, but different settings for pace,"
                                + " time-outs, page sizes, proxy or TLS. These belong to the credentials: set them to the same, or"
                                + " keep one of the two accounts");
            }
            return found.api();
        } finally {
            lock.unlock();
        }
    }

    private Opened open(OvhApiSettings settings, HttpOptions http) {
        OvhApi api = OvhApi.open(context, settings, http);
        String id = OvhDomainConstants.SCHEME + "-account-" + (opened.size() + 1);
        OvhDomainHealthCheck check = new OvhDomainHealthCheck(id, api, clock);
        if (healthChecks != null) {
            healthChecks.register(check);
        }
        return new Opened(api, http, check);
    }

    /**
     * The orders of this account, opened at the first request.
     *
     * @param journal null for none
     * @param budget null for none
     * @param holdings null to ask the API for each name
     */
    Orders orders(OvhApi api, OrderSettings settings, PurchaseJournal journal, Budget budget, Holdings holdings) {
        lock.lock();
        try {
            return desks.computeIfAbsent(
                    new DeskKey(api, settings, journal, budget, holdings),
                    key -> new Orders(
                            api,
                            settings,
                            journal == null ? PurchaseJournal.none() : journal,
                            budget == null ? Budget.unlimited() : budget,
                            holdings == null ? new LiveHoldings(api) : holdings,
                            clock,
                            sleeper));
        } finally {
            lock.unlock();
        }
    }

    /** The snapshot of what the account has, one for all endpoints, so that each sees what the others ordered. */
    Holdings holdings(OvhApi api, Duration maxAge) {
        lock.lock();
        try {
            return pictures.computeIfAbsent(new Picture(api, maxAge), key -> new SnapshotHoldings(api, maxAge, clock));
        } finally {
            lock.unlock();
        }
    }

    /** What the endpoints of an account share. */
    AccountClients clients(OvhApi api) {
        lock.lock();
        try {
            return clients.computeIfAbsent(api, key -> AccountClients.of(key, clock, nanos));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            desks.values().forEach(Orders::close);
            desks.clear();
            pictures.clear();
            clients.clear();
            opened.values().forEach(each -> {
                if (healthChecks != null) {
                    healthChecks.unregister(each.check());
                }
                each.api().close();
            });
            opened.clear();
        } finally {
            lock.unlock();
        }
    }
}
