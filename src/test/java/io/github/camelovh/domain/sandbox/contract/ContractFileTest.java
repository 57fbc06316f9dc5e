/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
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
        assertThat(Contract.load().operations()).hasSize(368);
    }
}
