// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit file for systemd, checked by systemd's own tool where that is installed. */
class UnitFileTest {
    private static final Path SAMPLE = Path.of("config/samples/ovh-domain.service");
    private static final Path TOOL = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    Path folder;

    private Path unit;

    /** The program of the unit is not installed here; the tool checks that a program is. */
    @BeforeEach
    void copy() throws IOException {
        String text = Files.readString(SAMPLE);
        unit = Files.writeString(
                folder.resolve("ovh-domain.service"), text.replaceAll("(?m)^ExecStart=.*$", "ExecStart=/bin/true"));
    }

    @Test
    void systemdUnderstandsIt() throws Exception {
        assumeThat(TOOL).isExecutable();

        assertThat(run("verify", unit.toString())).isEqualTo("0 ");
    }

    @Test
    void systemdFindsLittleExposed() throws Exception {
        assumeThat(TOOL).isExecutable();
        String said = run("security", "--offline=true", "--threshold=25", "--no-pager", unit.toString());
        assumeThat(said).doesNotContain("unrecognized option");

        assertThat(said).startsWith("0 ");
    }

    @Test
    void itRunsWithoutRightsOfRootAndKeepsFilesToItself() throws IOException {
        assertThat(Files.readAllLines(SAMPLE))
                .contains("User=ovh-domain", "UMask=0077", "StateDirectoryMode=0700", "CapabilityBoundingSet=")
                .contains("ProtectSystem=strict", "NoNewPrivileges=yes");
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = TOOL.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
