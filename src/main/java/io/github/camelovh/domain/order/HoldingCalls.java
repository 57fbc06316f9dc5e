// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhExpiredServiceException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The routes that return what the account owns and what is in progress. Thread-safe. */
final class HoldingCalls {

    private static final Set<String> BRING_NAMES =
            Set.of("DomainCreate", "DomainIncomingTransfer", "DomainAfterMarket", "DomainRestore");
    private static final List<String> OPEN = List.of("todo", "doing", "error", "problem");
    private static final Operation LIST = OperationCatalog.row("domain:list");
    private static final Operation GET = OperationCatalog.row("domain:get");
    private static final ListRequest TASKS = ListRequest.of(OperationCatalog.row("task:list"));

    private final OvhApi api;

    HoldingCalls(OvhApi api) {
        this.api = api;
    }

    boolean owns(DomainName name) {
        try {
            api.send(ApiCall.of(GET, name.ascii()));
            return true;
        } catch (OvhNotFoundException e) {
            return false;
        } catch (OvhExpiredServiceException e) {
            return true; // expired, but still in this account
        }
    }

    List<String> names() {
        return api.send(ApiCall.of(LIST)).asList(String.class);
    }

    /**
     * The open task that will add this name to the account. The tasks are read one by one, because pages may be out of
     * date.
     */
    Optional<DomainTask> openTask(DomainName name) {
        return openTask(name, HoldingCalls::bringsName);
    }

    /** The open task that will give this name another owner. */
    Optional<DomainTask> openTrade(DomainName name) {
        return openTask(name, task -> "DomainTrade".equals(task.function()));
    }

    private Optional<DomainTask> openTask(DomainName name, Predicate<DomainTask> which) {
        ListRequest request = TASKS.withQuery("domain", name.ascii()).offering(Set.of(ListStrategy.SINGLE));
        return api.list(request, DomainTask.class).found().stream()
                .filter(task -> OPEN.contains(task.status()))
                .filter(which)
                .findFirst();
    }

    void openTasks(Consumer<DomainTask> each) {
        for (String status : OPEN) {
            api.pages(TASKS.withQuery("status", status), DomainTask.class, part -> part.found().stream()
                    .filter(HoldingCalls::bringsName)
                    .forEach(each));
        }
    }

    private static boolean bringsName(DomainTask task) {
        return BRING_NAMES.contains(task.function());
    }

    static String sentence(DomainTask task) {
        return "task " + task.id() + " (" + task.function() + ", " + task.status() + ") is in progress for "
                + task.domain() + "; nothing was ordered";
    }
}
