// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.DropLockRepository;
import io.github.camelovh.domain.app.ledger.LedgerUnavailableException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one process at a time take a dropped file: the read lock of the routes that watch the inbox, kept in the ledger.
 * Where several nodes watch one inbox they see a file under the same name in it, whatever the folder is called on their
 * machines. Thread-safe.
 */
public final class InboxReadLock implements IdempotentRepository {
    private static final Logger LOG = LoggerFactory.getLogger(InboxReadLock.class);

    private final DropLockRepository drops;
    private final Path inbox;
    private final String scope;
    private final String owner;
    private final FaultLog faults;
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /**
     * @param inbox the folder that is watched
     * @param shared whether other nodes watch it too; if not, their files of the same name are other files
     * @param owner this process and start
     * @param faults logs that the ledger does not answer
     */
    public InboxReadLock(DropLockRepository drops, Path inbox, boolean shared, String owner, FaultLog faults) {
        this.drops = drops;
        this.inbox = inbox;
        this.scope = shared ? "" : owner + " ";
        this.owner = owner;
        this.faults = faults;
    }

    private String nameOf(String path) {
        return scope + inbox.relativize(Path.of(path)).toString().replace('\\', '/');
    }

    /** While the ledger does not answer no file is taken; the next look at the folder asks again. */
    @Override
    public boolean add(String path) {
        try {
            boolean taken = drops.take(nameOf(path), owner);
            if (taken) {
                held.add(nameOf(path));
            }
            return taken;
        } catch (LedgerUnavailableException e) {
            faults.failed(e);
            return false;
        }
    }

    /** Whoever asks goes on to {@link #add}, and only its answer counts: so no question is put to the ledger for each file seen. */
    @Override
    public boolean contains(String path) {
        return false;
    }

    @Override
    public boolean remove(String path) {
        held.remove(nameOf(path));
        try {
            return drops.giveBack(nameOf(path), owner);
        } catch (LedgerUnavailableException e) {
            faults.failed(e); // the lock ends by itself
            return false;
        }
    }

    @Override
    public boolean confirm(String path) {
        return true;
    }

    @Override
    public void clear() {
        held.clear();
        drops.giveBackAll(owner);
    }

    /**
     * Makes the locks of the files last that this process reads; to be called well within one lease. One that could not be given back,
     * or whose taking was not answered, ends by itself.
     */
    public void stayAlive() {
        drops.extend(held, owner);
    }

    @Override
    public void start() {}

    /** Leaves nothing that other nodes have to wait for. */
    @Override
    public void stop() {
        try {
            clear();
        } catch (LedgerUnavailableException e) {
            LOG.info("The locks of dropped files end by themselves, as they cannot be given back: {}", e.getMessage());
        }
    }
}
