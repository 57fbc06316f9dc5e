// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(20)
final class DroppedFilesTest {
    @TempDir
    private Path folder;

    private static void refused(Path file, String why) {
        assertThatThrownBy(() -> DroppedFiles.open(file).close())
                .isInstanceOf(DropRefusedException.class)
                .hasMessageContainingAll(
                        file.getFileName() + " is refused", why, "Nothing of it was read. Drop a copy");
    }

    @Test
    void aFileIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "text");
        try (InputStream in = DroppedFiles.open(file)) {
            assertThat(in.readAllBytes()).isEqualTo("text".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(DroppedFiles.read(file, 4)).hasSize(4);
    }

    @Test
    void oneThatIsTooLongIsNotReadToItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("a.zone"), "12345");
        assertThatThrownBy(() -> DroppedFiles.read(file, 4))
                .isInstanceOf(DropRefusedException.class)
                .hasMessage(
                        "a.zone is refused: it has more than 4 bytes, which is the limit. Nothing of it was used. Split it, or"
                                + " check that it is the right file.");
        assertThatThrownBy(() -> DroppedFiles.readNamed(file, 4)).isInstanceOf(DropRefusedException.class);
    }

    @Test
    void linksAreRefusedWhateverTheyPointTo() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "key");
        refused(Files.createSymbolicLink(folder.resolve("link.csv"), secret), "symbolic link");
        refused(Files.createSymbolicLink(folder.resolve("nowhere.csv"), folder.resolve("none")), "symbolic link");
        refused(Files.createSymbolicLink(folder.resolve("device.csv"), Path.of("/dev/zero")), "symbolic link");
        refused(Files.createLink(folder.resolve("hard.csv"), secret), "hard link");
    }

    @Test
    void whatIsNoFileIsRefusedWithoutWaitingForIt() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        refused(pipe, "a pipe, a socket or a device");
        refused(Files.createDirectory(folder.resolve("folder.csv")), "it is a folder");
        refused(Path.of("/dev/null"), "a pipe, a socket or a device");
        Path socket = folder.resolve("s.csv");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            refused(socket, "a pipe, a socket or a device");
        }
    }

    @Test
    void aFileThatIsGoneIsToldAsSuch() {
        assertThatThrownBy(() -> DroppedFiles.open(folder.resolve("gone"))).isInstanceOf(NoSuchFileException.class);
    }

    /** Somebody exchanges file and link all the time: what is opened is the file, or nothing. */
    @Test
    void aLinkThatReplacesTheFileAtAnyMomentIsNeverFollowed() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "key");
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path file = inbox.resolve("names.csv");
        Path goOn = Files.createFile(folder.resolve("go-on"));
        Process exchange = new ProcessBuilder(
                        "sh",
                        "-c",
                        "while [ -e " + goOn + " ]; do ln -sf " + secret
                                + " l; mv -T l names.csv; echo data > f; mv -T f names.csv; done")
                .directory(inbox.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int read = 0;
        try {
            for (int i = 0; i < 20_000 && (i < 5_000 || read == 0); i++) {
                try (InputStream in = DroppedFiles.open(file)) {
                    assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo("data\n");
                    read++;
                } catch (DropRefusedException | IOException e) {
                    assertThat(e).hasMessageNotContaining("key");
                }
            }
        } finally {
            Files.delete(goOn); // a killed shell would leave the command that it runs
            exchange.waitFor();
        }
        assertThat(read).isPositive();
    }
}
