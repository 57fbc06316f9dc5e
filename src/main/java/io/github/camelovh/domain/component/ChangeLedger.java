// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Which changes were handed out. The repository holds, per task or order, the state that was told last, so a status that
 * comes back after another one is told again. Thread-safe, as changes are settled by the threads that process them.
 */
final class ChangeLedger {

    private final IdempotentRepository repository;
    private final Set<String> states;
    private final boolean eager;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, String> told = new ConcurrentHashMap<>();

    /**
     * Keeps the books.
     *
     * @param repository where they outlive this process, if it is a persistent one
     * @param states the states that may stand in the repository and that a newer one replaces
     * @param eager whether a change is written before it is processed, so that no other consumer takes it too, or after
     */
    ChangeLedger(IdempotentRepository repository, Set<String> states, boolean eager) {
        this.repository = repository;
        this.states = states;
        this.eager = eager;
    }

    /** {@return whether this change was neither told nor is under way} */
    boolean isNew(Change change) {
        return !underWay.contains(change.key()) && !repository.contains(change.key());
    }

    /** {@return whether this change is still new; from then on it is under way} */
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

    /** The change was processed: it will never be told again, unless another one comes in between. */
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

    /** A change that had begun was not processed: the next poll may tell it again. */
    void failed(Change change) {
        if (eager) {
            repository.remove(change.key());
        }
        underWay.remove(change.key());
    }

    /** {@return whether this state was told, and processed as far as this consumer knows} */
    boolean knows(String subject, String state) {
        String key = subject + ":" + state;
        return !underWay.contains(key) && repository.contains(key);
    }
}
