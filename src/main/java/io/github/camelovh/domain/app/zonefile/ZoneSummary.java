// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.dns.ZonePlan;
import java.time.OffsetDateTime;

/** What became of a zone file, as JSON. Stateless. */
final class ZoneSummary {
    private static final JsonMapper JSON = new JsonMapper();

    private ZoneSummary() {}

    static String of(ZoneFileTicket ticket, OffsetDateTime at) {
        ZonePlan plan = ticket.plan();
        ObjectNode root = JSON.createObjectNode()
                .put("zone", ticket.zone().ascii())
                .put("file", ticket.file())
                .put("at", at.toString())
                .put("state", ticket.state().text())
                .put("digest", plan.digest())
                .put("serial", plan.serial())
                .put("creates", plan.creates())
                .put("updates", plan.updates())
                .put("deletes", plan.deletes())
                .put("unchanged", plan.unchanged())
                .put("leftAlone", plan.leftAlone())
                .put("applied", ticket.written())
                .put("refreshed", ticket.refreshed());
        ArrayNode refused = root.putArray("refused");
        if (ticket.state() == ZoneFileState.WAITING) { // else somebody approved it, guards and all
            ticket.breaches().forEach(breach -> refused.addObject()
                    .put("why", breach.sentence())
                    .put("option", ZoneFileSync.OPTIONS + breach.guard().option()));
        }
        return root.put("what", ticket.sentence()).toPrettyString() + "\n";
    }
}
