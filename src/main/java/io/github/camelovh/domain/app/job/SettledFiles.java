// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.strategy.FileIdempotentRepositoryReadLockStrategy;
import org.apache.camel.component.file.strategy.MarkerFileExclusiveReadLockStrategy;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Lets a dropped file be taken once nobody writes it: it has to be the same in two looks at the folder that are a second apart. Camel's
 * own read lock looks twice at one file after the other, so that three thousand files take an hour. Neither the time of the file nor that
 * of this machine is trusted, as a share has a clock of its own. Thread-safe; for one route.
 */
public final class SettledFiles implements GenericFileExclusiveReadLockStrategy<File> {
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(1);
    /** What was not looked at for so long is gone. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final GenericFileExclusiveReadLockStrategy<File> lock;
    private final LongSupplier nanos;
    private final Map<Path, Look> looks = new ConcurrentHashMap<>();
    private volatile long swept;

    /** How a file was found, and when for the first and for the last time. */
    private record Look(Stamp stamp, long first, long last) {}

    /** What differs in a file that is written, or replaced. */
    private record Stamp(long bytes, FileTime changed, Object key) {}

    /**
     * @param lock taken for a file that nobody writes, against other processes
     * @param nanos a time that only passes
     */
    public SettledFiles(GenericFileExclusiveReadLockStrategy<File> lock, LongSupplier nanos) {
        this.lock = lock;
        this.nanos = nanos;
        this.swept = nanos.getAsLong();
    }

    /** Takes each file under a name in a repository, and gives that back when the file was processed or put away. */
    public static SettledFiles lockedIn(IdempotentRepository names) {
        FileIdempotentRepositoryReadLockStrategy lock = new FileIdempotentRepositoryReadLockStrategy();
        lock.setIdempotentRepository(names);
        lock.setRemoveOnCommit(true);
        return new SettledFiles(lock, System::nanoTime);
    }

    /**
     * Takes each file alone, or with a mark beside it.
     *
     * @param marked whether an empty file beside each one tells other processes of the same folder that it is taken
     */
    public static SettledFiles lockedByFiles(boolean marked) {
        MarkerFileExclusiveReadLockStrategy lock = new MarkerFileExclusiveReadLockStrategy();
        lock.setMarkerFiler(marked);
        return new SettledFiles(lock, System::nanoTime);
    }

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) throws Exception {
        Path path = Path.of(file.getAbsoluteFilePath());
        Stamp seen = stamp(path);
        if (!isSettled(path, seen) || !lock.acquireExclusiveReadLock(operations, file, exchange)) {
            return false;
        }
        if (seen.equals(stamp(path))) {
            return true;
        }
        lock.releaseExclusiveReadLockOnAbort(operations, file, exchange);
        return false; // another process had taken it, or somebody writes it now
    }

    private boolean isSettled(Path path, Stamp seen) {
        long now = nanos.getAsLong();
        sweep(now);
        if (seen == null) {
            looks.remove(path);
            return false;
        }
        Look look = looks.merge(
                path,
                new Look(seen, now, now),
                (before, first) -> before.stamp().equals(seen) ? new Look(seen, before.first(), now) : first);
        return now - look.first() >= SETTLED_AFTER.toNanos();
    }

    private void sweep(long now) {
        if (now - swept > KEPT.toNanos()) {
            swept = now;
            looks.values().removeIf(look -> now - look.last() > KEPT.toNanos());
        }
    }

    /** Of a link itself: it is refused, and not followed. Null if there is no such file. */
    private static Stamp stamp(Path path) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Stamp(found.size(), found.lastModifiedTime(), found.fileKey());
        } catch (IOException gone) {
            return null;
        }
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint)
            throws Exception {
        CamelContextAware.trySetCamelContext(lock, endpoint.getCamelContext());
        lock.prepareOnStartup(operations, endpoint);
    }

    @Override
    public void releaseExclusiveReadLockOnAbort(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) throws Exception {
        lock.releaseExclusiveReadLockOnAbort(operations, file, exchange);
    }

    @Override
    public void releaseExclusiveReadLockOnRollback(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) throws Exception {
        lock.releaseExclusiveReadLockOnRollback(operations, file, exchange);
    }

    @Override
    public void releaseExclusiveReadLockOnCommit(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) throws Exception {
        lock.releaseExclusiveReadLockOnCommit(operations, file, exchange);
    }

    /** Does nothing: no file is waited for. */
    @Override
    public void setTimeout(long timeout) {}

    /** Does nothing: the next look at the folder is the next look at the file. */
    @Override
    public void setCheckInterval(long checkInterval) {}

    @Override
    public void setReadLockLoggingLevel(LoggingLevel level) {
        lock.setReadLockLoggingLevel(level);
    }

    @Override
    public void setMarkerFiler(boolean markerFile) {
        lock.setMarkerFiler(markerFile);
    }

    @Override
    public void setDeleteOrphanLockFiles(boolean deleteOrphanLockFiles) {
        lock.setDeleteOrphanLockFiles(deleteOrphanLockFiles);
    }
}
