// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's data is only where the operator put it and where OVHcloud has it, and nowhere else in the output. */
@Tag("once")
class PersonalDataIT {
    /** Unusual values, so that a file with one of them contains this person. */
    private static final List<String> PERSON = List.of(
            "Zyxa",
            "Quvelace",
            "zyxa.quvelace@example.org",
            "498765431",
            "498 76 54 31",
            "77 rue Zyxe",
            "Zyxeville",
            "ZYX9876543");

    private static final String OWNER =
            "owner.firstName,owner.lastName,owner.email,owner.phone,owner.language,owner.legalForm,"
                    + "owner.address.line1,owner.address.city,owner.address.country,owner.address.zip,owner.vat";
    private static final String ZYXA =
            "Zyxa,Quvelace,zyxa.quvelace@example.org,+33.498765431,fr_FR,individual,77 rue Zyxe,"
                    + "Zyxeville,FR,75001,ZYX9876543";

    @TempDir
    Path folder;

    @Test
    void isInNoLogReportOrLedger() throws Exception {
        Path file = Files.write(
                folder.resolve("people.csv"),
                List.of(
                        "action,domain,config.OWNER_LEGAL_AGE," + OWNER,
                        "order,new-name.com,true," + ZYXA.replace("ZYX9876543", "FR12"),
                        "order,refused-name.paris,true," + ZYXA.replace("ZYX9876543", "FR12"),
                        "order,wrong-mail.com,true," + ZYXA.replace("zyxa.quvelace@example.org", "zyxa.quvelace"),
                        "set-contact,already-mine.com,," + ZYXA.replace("ZYX9876543", "FR12"),
                        "set-contact,garden-travel-1.com,,,,,+33.498765431,,,77 rue Zyxe,Zyxeville,,,",
                        "change-owner,jardin-velo-2.dev,," + ZYXA.replace("ZYX9876543", "FR12")));
        String printed;
        try (OvhSandbox sandbox = OvhSandbox.start(SandboxOptions.defaults()
                .withTaskTime(Duration.ofMillis(200))
                .withDomains(3)
                .withOwners(3))) {
            ProcessUnderTest product = ProcessUnderTest.importing(
                    file,
                    sandbox.baseUrl().getPort(),
                    List.of(),
                    "--yes",
                    "-vv",
                    "--max-total=100",
                    "--set=ovh-domain.delivery.every=PT0.3S");
            assertThat(product.exitCode(120)).as(product.printed()).isEqualTo(1);
            printed = product.printed();
            assertThat(printed).contains("4 done, 2 refused");
            assertThat(sandbox.orders()).hasSize(3);
        }

        assertThat(where(printed))
                .as("what was printed, every call and Camel's own messages among it")
                .isEmpty();
        Path data = folder.resolve("data");
        assertThat(where(dump(data))).as("the ledger").isEmpty();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                boolean rows = each.getParent().endsWith("outbox")
                        && each.toString().endsWith(".csv")
                        && !each.endsWith("people.plan.csv");
                String text = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                assertThat(where(text)).as("%s", each).isEqualTo(rows ? where(text) : List.of());
            }
        }
        assertThat(Files.readString(data.resolve("outbox/people.plan.csv"))).contains("new-name.com,true,***,***");
        // The result files repeat the rows as they were dropped, so that they can be corrected and dropped again.
        assertThat(Files.readString(data.resolve("outbox/people.refused.csv"))).contains("Quvelace", "77 rue Zyxe");
    }

    private static List<String> where(String text) {
        return PERSON.stream().filter(text::contains).toList();
    }

    private static String dump(Path data) throws SQLException {
        try (Connection ledger = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("ledger"), "sa", "");
                Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery("script")) {
            StringBuilder dump = new StringBuilder();
            while (rows.next()) {
                dump.append(rows.getString(1)).append('\n');
            }
            assertThat(dump).contains("already-mine.com");
            return dump.toString();
        }
    }
}
