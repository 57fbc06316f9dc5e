// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSealTest {
    @TempDir
    Path folder;

    @Test
    void opensWithTheSameKeyFileAndForTheSameNameOnly() {
        String sealed = SecretSeal.withKeyFile(folder.resolve("key")).seal("AUTH-one", "one.fr");

        SecretSeal again = SecretSeal.withKeyFile(folder.resolve("key"));
        assertThat(again.open(sealed, "one.fr")).isEqualTo("AUTH-one");
        assertThat(sealed).doesNotContain("AUTH");
        assertThat(again.seal("AUTH-one", "one.fr")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> again.open(sealed, "two.fr")).isInstanceOf(LedgerException.class);
        SecretSeal other = SecretSeal.withKeyFile(folder.resolve("other"));
        assertThatThrownBy(() -> other.open(sealed, "one.fr"))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("one.fr")
                .hasMessageNotContaining("AUTH");
    }

    @Test
    void keyFileIsForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("key");
        SecretSeal seal = SecretSeal.withKeyFile(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(seal.toString()).doesNotContain(Files.readString(file).strip());
        assertThat(folder.toFile().list()).containsExactly("key");
    }

    @Test
    void brokenKeyFileIsNotReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "abc");

        assertThatThrownBy(() -> SecretSeal.withKeyFile(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("64 hexadecimal digits");
        assertThat(file).hasContent("abc");
    }
}
