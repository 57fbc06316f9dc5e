// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.renewal.RenewalTurns;
import io.github.camelovh.domain.whois.WhoisClient;

/**
 * What all endpoints of one account share because it keeps something between two calls: turns that changes take, and what was
 * read before. Thread-safe.
 */
public final class AccountClients {
    private final OvhApi api;
    private final RenewalTurns renewalTurns = new RenewalTurns();
    private final WhoisClient whois;

    public AccountClients(OvhApi api) {
        this.api = api;
        this.whois = new WhoisClient(api);
    }

    OvhApi api() {
        return api;
    }

    RenewalTurns renewalTurns() {
        return renewalTurns;
    }

    WhoisClient whois() {
        return whois;
    }
}
