// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanRestTest {
    private static final DomainName ZONE = DomainName.of("example.com");
    private static final HeldRecord TEXT = new HeldRecord(7, new ZoneRecord("a", RecordType.TXT, "\"x \\\" y\"", 60));
    private static final HeldRecord ADDRESS = new HeldRecord(8, new ZoneRecord("", RecordType.A, "192.0.2.1", 0));

    @Test
    void theRestOfAPlanHasNothingBeyondIt() {
        ZoneChange first = new ZoneChange.Create(ADDRESS.value(), "desired, but not in the zone");
        ZoneChange second = new ZoneChange.Delete(TEXT, "not desired");
        ZonePlan whole = ZonePlan.of(ZONE, 1, List.of(first, second), 3, 0);
        ZonePlan rest = ZonePlan.of(ZONE, 2, List.of(second), 4, 0);

        assertThat(rest.beyond(whole)).isEmpty();
        assertThat(whole.beyond(rest)).containsExactly(first);
    }
}
