// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;
import java.util.Set;

/**
 * The account's zones: two calls for each, three if a task is open. It reads the list of zones, because a zone that
 * does not exist is refused in more than one way. Thread-safe.
 */
final class ZoneHoldings implements Holdings {

    private static final Set<String> OPEN = Set.of("todo", "doing", "error", "problem");
    private static final Operation LIST = OperationCatalog.row("dns:list");
    private static final ListRequest TASKS = ListRequest.of(OperationCatalog.row("dns:listAccountTasks"));

    private final OvhApi api;

    ZoneHoldings(OvhApi api) {
        this.api = api;
    }

    @Override
    public boolean owns(DomainName name) {
        return api.send(ApiCall.of(LIST)).asList(String.class).stream().anyMatch(name.ascii()::equalsIgnoreCase);
    }

    @Override
    public Optional<String> underWay(DomainName name) {
        ListRequest request = TASKS.withQuery("zone", name.ascii())
                .withQuery("function", "ZoneCreate")
                .offering(Set.of(ListStrategy.SINGLE));
        return api.list(request, Task.class).found().stream()
                .filter(task -> OPEN.contains(task.status()))
                .findFirst()
                .map(task -> "task " + task.id() + " (ZoneCreate, " + task.status() + ") is in progress for the zone "
                        + name + "; nothing was ordered");
    }

    /** The needed part of a task. */
    record Task(long id, String status) {}

    @Override
    public void ordered(DomainName name, long orderId) {
        // read again each time
    }
}
