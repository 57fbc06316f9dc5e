// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Records which changes were passed on. The repository has the last state of each task or order, so a status that comes
 * back after another one is passed on again. Thread-safe, because the threads that process changes also complete them.
 */
final class ChangeLedger {

    private final IdempotentRepository repository;
    private final Set<String> states;
    private final boolean eager;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, String> told = new ConcurrentHashMap<>();

    /**
     * @param repository survives this process, if it is a persistent one
     * @param states the states that may be in the repository and that a newer one replaces
     * @param eager whether a change is recorded before it is processed, so that no other consumer takes it too, or
     * after
     */
    ChangeLedger(IdempotentRepository repository, Set<String> states, boolean eager) {
        this.repository = repository;
        this.states = states;
        this.eager = eager;
    }

    /** {@return whether this change was neither passed on nor is being processed} */
    boolean isNew(Change change) {
        return !underWay.contains(change.key()) && !repository.contains(change.key());
    }

    /** {@return whether this change is still new; from then on it is being processed} */
    boolean begin(Change change) {
        if (!underWay.add(change.key())) {
            return false;
        }
        boolean ours = eager ? repository.add(change.key()) : !repository.contains(change.key());
        if (!ours) {
            underWay.remove(change.key());
        }
        return ours;
    }

    /** The change was processed: it is never passed on again, unless another one comes in between. */
    void done(Change change) {
        if (!eager) {
            repository.add(change.key());
        }
        repository.confirm(change.key());
        String before = told.put(change.subject(), change.key());
        if (before != null && !before.equals(change.key())) {
            repository.remove(before);
        }
        for (String state : states) {
            String other = change.subject() + ":" + state;
            if (!other.equals(change.key()) && !other.equals(before)) {
                repository.remove(other);
            }
        }
        underWay.remove(change.key());
    }

    /** A change was not processed: the next poll may pass it on again. */
    void failed(Change change) {
        if (eager) {
            repository.remove(change.key());
        }
        underWay.remove(change.key());
    }

    /** {@return whether this state was passed on, and processed as far as this consumer knows} */
    boolean knows(String subject, String state) {
        String key = subject + ":" + state;
        return !underWay.contains(key) && repository.contains(key);
    }
}
