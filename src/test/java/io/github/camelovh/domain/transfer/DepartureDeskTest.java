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
package io.github.camelovh.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepartureDeskTest {
    @ParameterizedTest
    @CsvSource({"example.uk, true", "example.co.uk, true", "example.uk.com, false", "uk.example.org, false"})
    void onlyNamesOfTheBritishRegistryMoveByTag(String name, boolean byTag) {
        assertThat(DepartureDesk.movesByTag(DomainName.of(name))).isEqualTo(byTag);
    }
}
