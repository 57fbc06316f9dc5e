// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.app.endpoint.EndpointAnswer;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.portfolio.HeldName;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads all names of the account by {@code ovh-domain:domain?operation=scan}, page by page. Thread-safe. */
public final class NameScan {
    private final Endpoints endpoints;

    public NameScan(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * Reads all names.
     *
     * @param each takes each name as its page comes in; no more than a page is in memory
     * @return what could not be read: one expired service or vanished name does not stop the scan
     * @throws io.github.camelovh.domain.api.OvhApiException if the server cannot be asked; some names may have been given by
     *     then
     */
    public Outcome each(Consumer<HeldName> each) {
        EndpointAnswer answer = endpoints.call("domain", "scan", parameters(each));
        return new Outcome(answer.listOf(Integer.class).get(0), answer.expired(), answer.missing(), answer.callsMade());
    }

    /** The parameters of the operation that give each name to somebody. */
    public static Map<String, Object> parameters(Consumer<HeldName> each) {
        Consumer<List<DomainService>> eachPage = page -> page.forEach(told -> each.accept(HeldName.of(told)));
        return Map.of("eachPage", eachPage);
    }

    /**
     * How a scan went.
     *
     * @param names how many were read
     * @param expired names that OVHcloud does not tell about, as their service has expired
     * @param vanished names that were listed, and were gone when they were read
     * @param calls how many it took
     */
    public record Outcome(int names, List<String> expired, List<String> vanished, int calls) {
        public Outcome {
            expired = List.copyOf(expired);
            vanished = List.copyOf(vanished);
        }
    }
}
