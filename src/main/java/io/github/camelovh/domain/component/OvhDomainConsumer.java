// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.CastUtils;

/**
 * Reports each change once: a message per task or order whose status differs from the last reported one. A change
 * counts as reported when its message was processed without an error; otherwise the next poll reports it again.
 */
final class OvhDomainConsumer extends ScheduledBatchPollingConsumer {

    private final ChangeFeed feed;
    private final IdempotentRepository repository;
    private final ChangeLedger ledger;

    OvhDomainConsumer(
            OvhDomainEndpoint endpoint,
            Processor processor,
            ChangeFeed feed,
            IdempotentRepository repository,
            boolean eager) {
        super(endpoint, processor);
        this.feed = feed;
        this.repository = repository;
        this.ledger = new ChangeLedger(repository, feed.states(), eager);
    }

    @Override
    protected void doStart() throws Exception {
        ServiceHelper.startService(repository);
        super.doStart();
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        Queue<Object> changes = new ArrayDeque<>();
        for (Change change : feed.poll(ledger)) {
            if (ledger.isNew(change)) {
                changes.add(change);
            }
        }
        forceConsumerAsReady();
        return processBatch(changes);
    }

    @Override
    public int processBatch(Queue<Object> changes) throws Exception {
        int total = changes.size();
        int taken = 0;
        Queue<Change> typed = CastUtils.cast(changes);
        while (taken < total && isBatchAllowed()) {
            pendingExchanges = total - taken - 1;
            process(typed.remove(), taken, total);
            taken++;
        }
        typed.forEach(feed::putBack); // Camel is shutting down: the next start reports them
        return taken;
    }

    private void process(Change change, int index, int total) throws Exception {
        if (!ledger.begin(change)) {
            return; // another consumer with the same repository was faster
        }
        Exchange exchange = createExchange(true);
        exchange.getMessage().setBody(change.body());
        change.headers().forEach(exchange.getMessage()::setHeader);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
        exchange.getExchangeExtension().addOnCompletion(new Synchronization() {
            @Override
            public void onComplete(Exchange done) {
                ledger.done(change);
            }

            @Override
            public void onFailure(Exchange failed) {
                putBack(change);
            }
        });
        getProcessor().process(exchange);
    }

    private void putBack(Change change) {
        ledger.failed(change);
        feed.putBack(change);
    }
}
