// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.portfolio;

import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads all names of the account, page by page and in as few calls as the server allows. Thread-safe. */
public final class PortfolioScan {
    private static final ListRequest NAMES = ListRequest.of(OperationCatalog.row("domain:list"));

    private final OvhApi api;

    public PortfolioScan(OvhApi api) {
        this.api = api;
    }

    /**
     * Passes each name to the consumer as its page arrives; only one page is in memory. One call for a thousand names
     * if the server has pages, for a hundred if it accepts batches, else one for each name.
     *
     * @param each receives the names
     * @return what could not be read: an expired service or a name that disappeared does not stop the scan
     * @throws OvhApiException if the server cannot be reached; some names may have been passed on before
     */
    public Outcome scan(Consumer<HeldName> each) {
        List<String> expired = new ArrayList<>();
        List<String> vanished = new ArrayList<>();
        int[] counts = new int[2];
        ListStrategy[] used = new ListStrategy[1];
        api.pages(NAMES, DomainService.class, page -> {
            page.found().forEach(told -> each.accept(HeldName.of(told)));
            expired.addAll(page.expired());
            vanished.addAll(page.missing());
            counts[0] += page.found().size();
            counts[1] += page.callsMade();
            used[0] = page.strategy();
        });
        return new Outcome(counts[0], expired, vanished, used[0], counts[1]);
    }

    /**
     * The result of a scan.
     *
     * @param names how many were read
     * @param expired names without data, because their service has expired
     * @param vanished names that were in the list, but gone when they were read
     * @param strategy how they were read; null if there were none
     * @param calls how many calls it made
     */
    public record Outcome(int names, List<String> expired, List<String> vanished, ListStrategy strategy, int calls) {
        public Outcome {
            expired = List.copyOf(expired);
            vanished = List.copyOf(vanished);
        }
    }
}
