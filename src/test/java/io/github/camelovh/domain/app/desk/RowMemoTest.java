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
package io.github.camelovh.domain.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowMemoTest {
    private static final String STEP = "{\"handedAt\":1}";

    @Test
    void keepsTheStepOfAKindOfChangeApartFromWhatRepairsRemember() {
        RowMemo memo = RowMemo.of(null).atStep(STEP).ofTask(7).trying("mark", 5).done();

        RowMemo read = RowMemo.of(memo.json());

        assertThat(read).isEqualTo(memo);
        assertThat(read.step()).isEqualTo(STEP);
        assertThat(read.supplied("sealed", false).step()).isEqualTo(STEP);
        assertThat(read.supplied("sealed", false).tries()).isEmpty();
        assertThat(read.latest())
                .hasValueSatisfying(last -> assertThat(last.done()).isTrue());
    }
}
