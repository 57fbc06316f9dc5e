// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.Listing;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.desired.TargetChange;
import io.github.camelovh.domain.desired.Targets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The operations on all names, and on the transfer lock of a name. Thread-safe. */
final class DomainOperations {

    private static final Operation LIST = OperationCatalog.row("domain:list");
    private static final Operation GET = OperationCatalog.row("domain:get");
    private static final Operation UPDATE = OperationCatalog.row("domain:update");
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final OvhApi api;
    private final Sleeper sleeper;
    private final LongSupplier nanos;
    private final Targets targets;

    private DomainOperations(OvhApi api, Targets targets, Sleeper sleeper, LongSupplier nanos) {
        this.targets = targets;
        this.api = api;
        this.sleeper = sleeper;
        this.nanos = nanos;
    }

    static List<CompositeOperation> of(OvhApi api, Targets targets, Sleeper sleeper, LongSupplier nanos) {
        DomainOperations all = new DomainOperations(api, targets, sleeper, nanos);
        List<Parameter> name = List.of(
                Parameter.subject("serviceName", "string", true),
                Parameter.wish("wait", CompositeInput.WAIT),
                Through.PARAMETER);
        return List.of(
                new CompositeOperation(
                        "domain",
                        "scan",
                        List.of(
                                Parameter.subject("whoisOwner", "string", false),
                                Parameter.subject("iamTags", "json", false),
                                Parameter.wish("eachPage", CompositeInput.OBJECT)),
                        "all names of the account with their states; with eachPage (a java.util.function.Consumer of"
                                + " lists) page by page, and then their number",
                        all::scan),
                new CompositeOperation(
                        "domain",
                        "lock",
                        name,
                        "the name's state after locking it against transfers",
                        in -> all.protect(in, true)),
                new CompositeOperation(
                        "domain",
                        "unlock",
                        name,
                        "the name's state after unlocking it for a transfer",
                        in -> all.protect(in, false)));
    }

    private Object scan(CompositeInput in) {
        ListRequest request = ListRequest.of(LIST)
                .withQuery("whoisOwner", in.text("whoisOwner").orElse(null))
                .withQuery("iamTags", in.text("iamTags").orElse(null));
        Class<?> type = AnswerTypes.of("domain.DomainServiceWithIAM", in.form());
        @SuppressWarnings("unchecked") // a consumer of something else fails at the first page
        Consumer<Object> eachPage = in.object("eachPage", Consumer.class).orElse(null);
        return eachPage == null ? api.list(request, type) : stream(request, type, eachPage);
    }

    private <T> Listing<Integer> stream(ListRequest request, Class<T> type, Consumer<Object> eachPage) {
        List<String> missing = new ArrayList<>();
        List<String> expired = new ArrayList<>();
        int[] counts = new int[2];
        ListStrategy[] used = new ListStrategy[1];
        api.pages(request, type, page -> {
            eachPage.accept(page.found());
            missing.addAll(page.missing());
            expired.addAll(page.expired());
            counts[0] += page.found().size();
            counts[1] += page.callsMade();
            used[0] = page.strategy();
        });
        return new Listing<>(List.of(counts[0]), missing, expired, used[0], counts[1]);
    }

    private Object protect(CompositeInput in, boolean on) {
        if (Through.target(in)) {
            return Through.change(targets, in, "serviceName", new TargetChange.Protection(on));
        }
        return on ? change(in, "locked", "locking") : change(in, "unlocked", "unlocking");
    }

    /** Requests the change if it is not set yet, and, if requested, waits until the registry has made it. */
    private Object change(CompositeInput in, String wanted, String moving) {
        DomainName name = in.domain("serviceName");
        Duration patience = in.<Duration>value("wait").orElse(Duration.ZERO);
        long begun = nanos.getAsLong();
        DomainService seen = read(name);
        if ("unavailable".equals(seen.transferLockStatus())) {
            throw new WrongUsageException(name + " has no transfer lock: its extension has none. Nothing was changed");
        }
        if (!wanted.equals(seen.transferLockStatus()) && !moving.equals(seen.transferLockStatus())) {
            api.send(ApiCall.of(UPDATE, name).withBody(Map.of("transferLockStatus", wanted)));
            seen = read(name);
        }
        while (!wanted.equals(seen.transferLockStatus()) && nanos.getAsLong() - begun < patience.toNanos()) {
            pause();
            seen = read(name);
        }
        return seen;
    }

    private DomainService read(DomainName name) {
        return api.send(ApiCall.of(GET, name)).as(DomainService.class);
    }

    private void pause() {
        try {
            sleeper.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The wait for the lock's change was interrupted; the change continues at" + " OVHcloud", e);
        }
    }
}
