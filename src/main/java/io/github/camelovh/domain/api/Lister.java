// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.ListStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads lists of objects in the cheapest way that the server accepts. A way that was refused for a route is not tried
 * again for that route during the life of this object. Thread-safe.
 */
final class Lister {
    private static final Logger LOG = LoggerFactory.getLogger(OvhApi.class);

    private final OvhApi api;
    private final OvhApiSettings settings;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    Lister(OvhApi api, OvhApiSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    <T> Listing<T> all(ListRequest request, Class<T> type) {
        return gathered(each -> parts(request, type, each));
    }

    <T> Listing<T> items(ListRequest request, List<String> ids, Class<T> type) {
        return gathered(
                each -> items(request, ids, new ListedIds<>(api, settings.batchSize(), new ListParts<>(type, each))));
    }

    <T> Optional<Listing<T>> filtered(ListRequest request, String filter, Class<T> type) {
        String way = request.list().path() + " filtered";
        if (!offers(request, ListStrategy.PAGES, request.list().path()) || !offers(request, ListStrategy.PAGES, way)) {
            return Optional.empty();
        }
        boolean[] taken = new boolean[1];
        Listing<T> listing =
                gathered(each -> taken[0] = new PagedList<>(api, pageSize(request), new ListParts<>(type, each))
                        .filteredBy(filter)
                        .read(request));
        if (!taken[0]) {
            remember(ListStrategy.PAGES, way);
        }
        return taken[0] ? Optional.of(listing) : Optional.empty();
    }

    private <T> void items(ListRequest request, List<String> ids, ListedIds<T> listed) {
        boolean batch = offers(request, ListStrategy.BATCH, request.itemPath());
        if (batch != listed.read(request, ids, batch)) {
            remember(ListStrategy.BATCH, request.itemPath());
        }
    }

    private static <T> Listing<T> gathered(Consumer<Consumer<Listing<T>>> reading) {
        List<T> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> expired = new ArrayList<>();
        ListStrategy[] used = new ListStrategy[1];
        int[] calls = new int[1];
        reading.accept(part -> {
            found.addAll(part.found());
            missing.addAll(part.missing());
            expired.addAll(part.expired());
            used[0] = part.strategy();
            calls[0] += part.callsMade();
        });
        return new Listing<>(found, missing, expired, used[0], calls[0]);
    }

    <T> void parts(ListRequest request, Class<T> type, Consumer<Listing<T>> eachPart) {
        ListParts<T> parts = new ListParts<>(type, eachPart);
        List<String> ids = null;
        boolean pagesRefused = false;
        if (offers(request, ListStrategy.PAGES, request.list().path())) {
            PagedList<T> paged = new PagedList<>(api, pageSize(request), parts);
            if (paged.read(request)) {
                return;
            }
            ids = paged.bareIds();
            pagesRefused = true;
        }
        ListedIds<T> listed = new ListedIds<>(api, settings.batchSize(), parts);
        if (ids == null) {
            ids = listed.ids(request);
        }
        if (pagesRefused) { // only now is it certain that the refusal was not about the list itself
            remember(ListStrategy.PAGES, request.list().path());
        }
        if (ids == null) {
            return; // the list route returned whole objects
        }
        items(request, ids, listed);
    }

    private int pageSize(ListRequest request) {
        return request.pageSize() > 0 ? request.pageSize() : settings.pageSize();
    }

    private boolean offers(ListRequest request, ListStrategy strategy, String route) {
        return request.offered().contains(strategy) && !refused.contains(strategy + " " + route);
    }

    private void remember(ListStrategy strategy, String route) {
        if (refused.add(strategy + " " + route)) {
            LOG.info("{} is not listed by {}; the next way is used from now on", route, strategy);
        }
    }
}
