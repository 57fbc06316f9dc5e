// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that waits, as an event and in a mail. */
class MailDigestTest {
    private static final Instant CLOSED = Instant.parse("2026-11-25T08:00:00Z");

    @TempDir
    Path folder;

    private static CloudEvent plan(String code) {
        ImportedFile file = new ImportedFile(
                1,
                "names.csv",
                "ab".repeat(32),
                FileState.PLANNED,
                2,
                3,
                null,
                null,
                code,
                "cd".repeat(32),
                BudgetLimits.none(),
                "ada",
                null,
                null,
                null,
                null,
                CLOSED,
                CLOSED);
        return CloudEvent.ofPlan(
                file,
                2,
                Money.of("24 EUR"),
                List.of("1 row (gold.fr) at a premium price"),
                "2 rows, 24.00 EUR with tax",
                "ovh-domain approve " + code);
    }

    @Test
    void isAnEventWithItsCodeItsTotalAndHowToApproveIt() throws Exception {
        CloudEvent event = plan("K7QF-3M2P");
        JsonNode json = new ObjectMapper().readTree(event.json());

        assertThat(json.path("id").asText()).isEqualTo("plan-K7QF-3M2P");
        assertThat(json.path("type").asText()).isEqualTo("io.github.camelovh.domain.plan.waiting");
        assertThat(json.path("subject").asText()).isEqualTo("names.csv");
        assertThat(json.path("time").asText()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(event.data())
                .isEqualTo("{\"file\":\"names.csv\",\"code\":\"K7QF-3M2P\",\"rows\":2,\"totalWithTax\":24.00,"
                        + "\"currency\":\"EUR\",\"droppedBy\":\"ada\",\"reason\":\"2 rows, 24.00 EUR with tax\","
                        + "\"whatToDo\":\"ovh-domain approve K7QF-3M2P\",\"needsAttention\":true,"
                        + "\"unusual\":[\"1 row (gold.fr) at a premium price\"]}");
        assertThat(event.line())
                .isEqualTo("names.csv waits for approval: 2 rows, 24.00 EUR with tax, code K7QF-3M2P. To do: ovh-domain"
                        + " approve K7QF-3M2P");
    }

    @Test
    void isTheSubjectAndAParagraphOfAMail() throws Exception {
        MailDigest digest = new MailDigest(new EventFolder(folder, Clock.systemUTC()), false);
        digest.add(plan("K7QF-3M2P"));
        digest.add(plan("ACDE-2346"));

        MailMessage mail = digest.letter();

        assertThat(mail.subject()).isEqualTo("2 plans wait for approval");
        assertThat(mail.text())
                .startsWith("These plans wait for approval:\n\n")
                .contains("""
                        names.csv: 2 rows, 24.00 EUR with tax; code K7QF-3M2P
                            unusual: 1 row (gold.fr) at a premium price
                            To do: ovh-domain approve K7QF-3M2P
                        """)
                .contains("code ACDE-2346")
                .doesNotContain("domain name needs you");
    }

    @Test
    void anEventOfNoRowIsNamedByItsSubject() throws Exception {
        MailDigest digest = new MailDigest(new EventFolder(folder, Clock.systemUTC()), true);
        digest.add(CloudEvent.ofOutage("node-1", CLOSED, null, "OVHcloud has failed all calls"));

        assertThat(digest.letter().text()).contains("OVHcloud\n    OVHcloud has failed all calls\n");
    }
}
