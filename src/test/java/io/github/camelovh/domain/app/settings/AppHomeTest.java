// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

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
