// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhRateLimitException;
import io.github.camelovh.domain.app.ledger.LedgerUnavailableException;
import org.apache.camel.Exchange;

/**
 * Tells what stops a dropped file only for a time from what is wrong with it: the ledger does not answer, OVHcloud has an outage or refuses
 * everything for too many calls. Single failures of OVHcloud are tried again some times. Thread-safe.
 */
public final class PassingFaults {
    private static final int MOST_SINGLE_FAILURES = 10;

    private final WorkGate gate;
    private final FaultLog faults;

    public PassingFaults(WorkGate gate, FaultLog faults) {
        this.gate = gate;
        this.faults = faults;
    }

    /**
     * Whether the file is to be tried again, and not put away as failed.
     *
     * @param exchange that of the file, with its failure
     */
    public boolean passes(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LedgerUnavailableException) {
                faults.failed(cause);
                return true;
            }
            if (cause instanceof OvhApiException api) {
                int tries = exchange.getIn().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class);
                return api instanceof OvhRateLimitException
                        || gate.outage().isPresent()
                        || (api.retryable() && tries < MOST_SINGLE_FAILURES);
            }
        }
        return false;
    }
}
