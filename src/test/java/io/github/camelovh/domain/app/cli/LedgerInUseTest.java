// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LedgerInUseTest {
    @Test
    void saysWhereTheRunningProcessPicksTheFileUp() {
        assertThat(LedgerInUse.advice(Path.of("data/zones")))
                .contains("in use by another process", "Nothing was read or changed", "`ovh-domain run`")
                .contains("move the file to " + Path.of("data/zones") + ":", "stop that process");
    }
}
