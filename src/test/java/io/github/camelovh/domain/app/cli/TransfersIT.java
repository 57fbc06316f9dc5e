// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that come from other registrars, from the dropped file to the report. */
@Tag("once")
class TransfersIT {
    private OvhSandbox sandbox;

    @TempDir
    Path folder;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withTaskTime(Duration.ofMillis(300)).withDomains(3));
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    private Path file(String name, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("action,domain,authCode,nameServers,zoneFile,config.REASON"));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve(name), lines);
    }

    private Cli.Said importing(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("import", file.toString(), "--data", data().toString()));
        all.addAll(List.of("--set", "ovh-domain.delivery.every=PT0.3S", "--max-total", "10000"));
        all.addAll(List.of(options));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String outbox(String name) throws IOException {
        return Files.readString(data().resolve("outbox").resolve(name));
    }

    @Test
    void comeWithTheRightCodeAndWaitForAFixWithTheWrongOneOrNone() throws Exception {
        Path file = file(
                "move.csv",
                "transfer,taken-right.com,AUTH-taken-right.com,keep,,",
                "transfer,taken-wrong.com,AUTH-nonsense,keep,,",
                "transfer,taken-none.com,,keep,,",
                "transfer,locked-up.com,AUTH-locked-up.com,keep,,",
                "transfer,already-mine.com,AUTH-x,keep,,",
                "transfer,stuck-there.com,AUTH-stuck-there.com,keep,,",
                "transfer,reclaimed-one.com,AUTH-reclaimed-one.com,keep,,",
                "transfer,taken-silent.com,AUTH-taken-silent.com,,,",
                "transfer,never-sold.com,AUTH-never,keep,,");

        Cli.Said said = importing(file, "--yes");

        assertThat(said.code()).as(said.toString()).isEqualTo(1);
        assertThat(said.out()).contains("9 rows: 2 done, 4 refused, 1 failed, 2 unfinished");
        assertThat(outbox("move.unfinished.csv"))
                .contains("taken-wrong.com,***", "taken-none.com", "nothing was ordered yet", "supply another value");
        assertThat(outbox("move.failed.csv")).contains("took the domain name back");
        assertThat(outbox("move.refused.csv"))
                .contains("locked at its registrar", "stays reachable", "order it instead");

        assertThat(outbox("move.fix.csv"))
                .contains("fix,taken-wrong.com,,\"line 3: ", "fix,taken-none.com,,line 4: its auth code is missing");

        Path fix = file(
                "fix.csv",
                "fix,taken-wrong.com,AUTH-taken-wrong.com,,,",
                "fix,taken-none.com,AUTH-taken-none.com,,,",
                "fix,taken-right.com,AUTH-taken-right.com,,,");
        Cli.Said fixed = importing(fix, "--yes");

        assertThat(fixed.out()).as(fixed.toString()).contains("3 rows: 2 done, 1 refused");
        assertThat(outbox("fix.plan.csv"))
                .contains("an auth code to the transfer in line 3 of move.csv", "no row of taken-right.com waits");

        Cli.Said gone = importing(file);

        assertThat(gone.out()).as(gone.toString()).contains("9 rows: 4 done, 4 refused, 1 failed, 0 unfinished");
        assertThat(data().resolve("outbox/move.fix.csv")).doesNotExist();
        sandbox.verifySoldOnce("taken-wrong.com");
        sandbox.verifySoldOnce("taken-none.com");
    }
}
