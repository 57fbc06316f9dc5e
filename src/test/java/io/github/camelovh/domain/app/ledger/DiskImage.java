// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2 that keeps, beside each file, what of it is certainly on the disk: a copy made whenever H2 has the file forced.
 * After a power failure that copy is the file.
 */
public final class DiskImage extends FilePathWrapper {
    private static final String SCHEME = "image";
    private static final String SUFFIX = ".on-disk";

    /** The same database, with a copy beside its file. */
    static String of(String url) {
        FilePath.register(new DiskImage());
        return url.replace("jdbc:h2:", "jdbc:h2:" + SCHEME + ":");
    }

    /** The copy of a file. */
    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        String name = getBase().toString().replaceFirst("^retry:", "");
        return new Channel(getBase().open(mode), Path.of(name));
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel file;
        private final Path path;

        Channel(FileChannel file, Path path) {
            this.file = file;
            this.path = path;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            return file.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
            Files.copy(path, of(path), StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
