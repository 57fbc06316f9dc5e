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
package io.github.camelovh.domain.app.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppHomeTest {
    @TempDir
    Path folder;

    /** Camel reads no folder that is a link, and would run without any workflow. */
    @Test
    void aLinkedFolderOfWorkflowsIsFollowed() throws IOException {
        Path real = Files.createDirectories(folder.resolve("elsewhere/routes")).toRealPath();
        Files.createSymbolicLink(folder.resolve("routes"), real);

        assertThat(AppHome.find(null, folder).routes()).isEqualTo(real);
    }

    @Test
    void aFolderWithoutWorkflowsIsRefused() {
        assertThatThrownBy(() -> AppHome.find(folder.toString(), Path.of("")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("There is no folder " + folder.resolve("routes"));
    }
}
