// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.LiveHoldings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.renewal.RenewalTurns;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
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

    private final CamelContext context;
    private final Clock clock;
    private final Sleeper sleeper;
    private final HealthCheckRegistry healthChecks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Account, Opened> opened = new HashMap<>();
    private final Map<DeskKey, Orders> desks = new HashMap<>();
    private final Map<OvhApi, RenewalTurns> renewals = new HashMap<>();

    /**
     * A pool without accounts.
     *
     * @param healthChecks the registry for each account's check; null for none
     */
    ApiPool(CamelContext context, Clock clock, Sleeper sleeper, HealthCheckRegistry healthChecks) {
        this.context = context;
        this.clock = clock;
        this.sleeper = sleeper;
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
                throw new IllegalArgumentException("Two endpoints with the same credentials have different settings for"
                        + " pace, time-outs, page sizes, proxy or TLS. These belong to the account: set them on the"
                        + " component, once");
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

    /** The running renewals of an account. */
    RenewalTurns renewals(OvhApi api) {
        lock.lock();
        try {
            return renewals.computeIfAbsent(api, key -> new RenewalTurns());
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
            renewals.clear();
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
