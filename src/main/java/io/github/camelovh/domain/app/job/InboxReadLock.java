// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.DropLockRepository;
import java.nio.file.Path;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Lets one process at a time take a dropped file: the read lock of the routes that watch the inbox, kept in the ledger.
 * Where several nodes watch one inbox they see a file under the same name in it, whatever the folder is called on their
 * machines. Thread-safe.
 */
public final class InboxReadLock implements IdempotentRepository {
    private final DropLockRepository drops;
    private final Path inbox;
    private final String scope;
    private final String owner;

    /**
     * @param inbox the folder that is watched
     * @param shared whether other nodes watch it too; if not, their files of the same name are other files
     * @param owner this process and start
     */
    public InboxReadLock(DropLockRepository drops, Path inbox, boolean shared, String owner) {
        this.drops = drops;
        this.inbox = inbox;
        this.scope = shared ? "" : owner + " ";
        this.owner = owner;
    }

    private String nameOf(String path) {
        return scope + inbox.relativize(Path.of(path)).toString().replace('\\', '/');
    }

    @Override
    public boolean add(String path) {
        return drops.take(nameOf(path), owner);
    }

    /** Whoever asks goes on to {@link #add}, and only its answer counts: so no question is put to the ledger for each file seen. */
    @Override
    public boolean contains(String path) {
        return false;
    }

    @Override
    public boolean remove(String path) {
        return drops.giveBack(nameOf(path), owner);
    }

    @Override
    public boolean confirm(String path) {
        return true;
    }

    @Override
    public void clear() {
        drops.giveBackAll(owner);
    }

    /** Makes the locks of this process last; to be called well within one lease. */
    public void stayAlive() {
        drops.extend(owner);
    }

    @Override
    public void start() {}

    /** Leaves nothing that other nodes have to wait for. */
    @Override
    public void stop() {
        clear();
    }
}
