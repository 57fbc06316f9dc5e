// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractFileTest {
    private static final Path FILE = Path.of("src/main/resources/io/github/camelovh/domain/sandbox/contract.txt");

    @Test
    void holdsWhatTheOfficialSchemaSays() throws IOException {
        String compiled = ContractCompiler.compile(SharedFolder.ovhApi().resolve("schemas"));

        if (Boolean.getBoolean("contract.write")) {
            Files.writeString(FILE, compiled);
        }

        assertThat(Files.readString(FILE)).isEqualTo(compiled);
    }

    @Test
    void describesEveryOperationOfTheSchema() {
        assertThat(ApiContract.load().operations()).hasSize(368);
    }
}
