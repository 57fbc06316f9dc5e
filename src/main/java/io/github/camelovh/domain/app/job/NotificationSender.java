// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerUnavailableException;
import io.github.camelovh.domain.app.ledger.Notification;
import io.github.camelovh.domain.app.notification.CloudEvent;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out what is to be told: plans that wait, and the moves of the ledger in their order. Notes what was told. What could not be told
 * comes again with the next round. Used by one route.
 */
public final class NotificationSender {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationSender.class);
    private static final int CHUNK = 200;

    private final Ledger ledger;
    private final FaultLog faults;
    private final String owner;
    private final List<Long> told = new ArrayList<>();
    /** Handed out and not noted yet: a route asks for the next one before it has told the last. */
    private final Set<Long> underWay = new HashSet<>();
    /** The same for plans: their codes, by the event that tells of them. */
    private final Map<String, String> plansUnderWay = new HashMap<>();

    /**
     * @param faults logs that the ledger does not answer
     * @param owner this process and start
     */
    public NotificationSender(Ledger ledger, FaultLog faults, String owner) {
        this.ledger = ledger;
        this.faults = faults;
        this.owner = owner;
    }

    private synchronized List<CloudEvent> nextChunk() {
        note();
        List<CloudEvent> next = new ArrayList<>();
        for (ImportedFile file : ledger.notices().claimPlans(owner)) {
            CloudEvent event = waiting(PlanSummary.of(ledger, file));
            if (plansUnderWay.putIfAbsent(event.id(), file.planCode()) == null) {
                next.add(event);
            }
        }
        for (Notification notice : ledger.notices().claim(CHUNK, owner)) {
            if (underWay.add(notice.number())) {
                next.add(CloudEvent.of(notice));
            }
        }
        return next;
    }

    private static CloudEvent waiting(PlanSummary plan) {
        return CloudEvent.ofPlan(
                plan.file(), plan.rows(), plan.totalWithTax(), plan.unusual(), plan.size(), plan.command());
    }

    /**
     * What is to be told now, read chunk by chunk; nothing while another process tells. Ends for good: Camel's splitter asks
     * once more when it is done.
     */
    public Iterator<CloudEvent> untold() {
        return new SplitterIterator<>(new Iterator<>() {
            private final Deque<CloudEvent> chunk = new ArrayDeque<>();
            private boolean over;

            @Override
            public boolean hasNext() {
                if (chunk.isEmpty() && !over) {
                    chunk.addAll(nextChunk());
                    over = chunk.isEmpty();
                }
                return !chunk.isEmpty();
            }

            @Override
            public CloudEvent next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return chunk.remove();
            }
        });
    }

    /** Notes that an event was told to all; the ledger learns of it with the next {@link #note}. */
    public synchronized void told(CloudEvent event) {
        String plan = plansUnderWay.get(event.id());
        if (plan == null) {
            told.add(event.number());
        } else {
            ledger.notices().toldPlan(plan);
            plansUnderWay.remove(event.id());
        }
    }

    /** Writes to the ledger what was told. */
    public synchronized void note() {
        ledger.notices().told(told);
        told.forEach(underWay::remove);
        told.clear();
    }

    /** Lets another process tell from now on. */
    public void stop() {
        note();
        ledger.notices().giveBack(owner);
    }

    /** Keeps what was told before something went wrong; the rest comes again. */
    public void broken(Exception error) {
        startAnew();
        if (isOfLedger(error)) {
            faults.failed(error); // what was told is noted with the next round
            return;
        }
        if (error instanceof IOException) {
            faults.failed(error);
        } else {
            LOG.warn("Not all that happened could be told; it is tried again at once: {}", error.toString());
        }
        note();
    }

    private static boolean isOfLedger(Throwable error) {
        return error instanceof LedgerUnavailableException
                || (error.getCause() != null && isOfLedger(error.getCause()));
    }

    private synchronized void startAnew() {
        underWay.clear();
        plansUnderWay.clear();
    }
}
