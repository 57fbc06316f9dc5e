// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The umask of the process that runs the tests is 022, so that a file without a mode of its own would be readable for all. */
@DisabledOnOs(OS.WINDOWS)
final class PrivateFilesTest {
    @TempDir
    private Path folder;

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aFileIsPrivateBeforeItsFirstByte() throws IOException {
        Path file = folder.resolve("a.csv");
        try (Writer open = PrivateFiles.writer(file)) {
            assertThat(mode(file)).isEqualTo("rw-------");
            open.write("owner");
        }
        assertThat(file).hasContent("owner");
    }

    @Test
    void everyWayToMakeOneMakesItPrivate() throws IOException {
        PrivateFiles.write(folder.resolve("a"), "x");
        PrivateFiles.append(folder.resolve("b"), "x");
        PrivateFiles.append(folder.resolve("b"), "y");
        PrivateFiles.ensure(folder.resolve("c"));
        PrivateFiles.create(folder.resolve("d"));
        PrivateFiles.named(folder.resolve("e")).close();
        assertThat(folder.resolve("b")).hasContent("xy");
        for (String name : new String[] {"a", "b", "c", "d", "e"}) {
            assertThat(mode(folder.resolve(name))).as(name).isEqualTo("rw-------");
        }
        assertThat(mode(PrivateFiles.temporary(folder, "t", ".t"))).isEqualTo("rw-------");
        assertThatThrownBy(() -> PrivateFiles.create(folder.resolve("d")))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void allFoldersThatWereMissingArePrivateAndOthersStay() throws IOException {
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        String before = mode(theirs);
        PrivateFiles.folder(theirs.resolve("a/b"));
        assertThat(mode(theirs)).isEqualTo(before);
        assertThat(mode(theirs.resolve("a"))).isEqualTo("rwx------");
        assertThat(mode(theirs.resolve("a/b"))).isEqualTo("rwx------");
    }

    @Test
    void aLeftoverThatOthersCanReadIsReplacedAndNotReused() throws IOException {
        Path file = Files.writeString(folder.resolve("part"), "old");
        assertThat(mode(file)).isEqualTo("rw-r--r--");
        PrivateFiles.write(file, "new");
        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void aPlantedLinkIsNotWrittenThrough() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "theirs");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        PrivateFiles.write(link, "ours");
        assertThat(target).hasContent("theirs");
        Path day = Files.createSymbolicLink(folder.resolve("day"), target);
        assertThatThrownBy(() -> PrivateFiles.append(day, "event")).isInstanceOf(IOException.class);
        assertThat(target).hasContent("theirs");
    }

    @Test
    void aFileThatTheUserNamedKeepsItsMode() throws IOException {
        Path file = Files.writeString(folder.resolve("names.csv"), "a long old text");
        try (Writer open = PrivateFiles.named(file)) {
            open.write("new");
        }
        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo("rw-r--r--");
    }

    @Test
    void theGroupOfASharedFolderCanRead() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setAttribute(shared, "unix:mode", 02750);
        PrivateFiles.write(shared.resolve("a"), "x");
        assertThat(mode(shared.resolve("a"))).isEqualTo("rw-r-----");
        PrivateFiles.write(PrivateFiles.folder(shared.resolve("inner")).resolve("a"), "x");
        assertThat(mode(shared.resolve("inner"))).isEqualTo("rwx------");
        assertThat(mode(shared.resolve("inner/a"))).isEqualTo("rw-------");
    }

    @Test
    void rightsAreTakenFromFilesOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("dropped.csv"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        PrivateFiles.restrict(link);
        assertThat(mode(file)).isEqualTo("rw-r--r--");
        Path second = Files.createLink(folder.resolve("second.csv"), file);
        PrivateFiles.restrict(second);
        assertThat(mode(file)).isEqualTo("rw-r--r--");
        Files.delete(second);
        PrivateFiles.restrict(file);
        assertThat(mode(file)).isEqualTo("rw-------");
    }
}
