// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.ControlHandler;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.EntryCheck;
import io.github.camelovh.domain.sandbox.zone.SoaEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneFileText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code /_sandbox/elsewhere}: the names at other registrars, their behaviour and their zones. */
final class OtherRegistrarsControl implements ControlHandler {

    private static final Set<String> MEMBERS = new TreeSet<>(Set.of(
            "answer",
            "code",
            "confirms",
            "locked",
            "movedDaysAgo",
            "nameServers",
            "records",
            "registrar",
            "serves",
            "servesAfterwards",
            "takeBack",
            "zoneFile"));

    private final SandboxWorld world;
    private final OtherRegistrars elsewhere;
    private final Portfolio portfolio;
    private final Departures departures;

    OtherRegistrarsControl(SandboxWorld world, OtherRegistrars elsewhere, Portfolio portfolio, Departures departures) {
        this.world = world;
        this.elsewhere = elsewhere;
        this.portfolio = portfolio;
        this.departures = departures;
    }

    @Override
    public JsonNode answer(String method, List<String> path, JsonNode body) {
        if (path.size() != 1 || !List.of("GET", "POST").contains(method)) {
            throw new IllegalArgumentException("The control routes are GET elsewhere/NAME and POST elsewhere/NAME");
        }
        String name = path.get(0);
        if (method.equals("GET")) {
            return shown(elsewhere
                    .find(name)
                    .orElseThrow(() -> new IllegalArgumentException("No other registrar has " + name)));
        }
        body.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw new IllegalArgumentException(
                        "A name elsewhere has the members " + String.join(", ", MEMBERS) + ", not " + member);
            }
        });
        if (body.path("takeBack").asBoolean()) {
            NameState mine = portfolio
                    .find(name)
                    .orElseThrow(() -> new IllegalArgumentException("The account has no name " + name));
            departures.leave(mine, body.path("registrar").asText("Elsewhere Registrar"));
        }
        String file = zoneFile(name, body);
        NameElsewhere state = elsewhere.change(name);
        set(state, body);
        if (file != null) {
            state.serve(file);
        }
        return shown(state);
    }

    private void set(NameElsewhere state, JsonNode body) {
        state.answer = body.hasNonNull("answer") ? answer(body.get("answer").asText()) : state.answer;
        state.registrar = body.path("registrar").asText(state.registrar);
        state.locked = body.path("locked").asBoolean(state.locked);
        state.code = body.path("code").asText(state.code);
        state.confirms = body.path("confirms").asBoolean(state.confirms);
        state.serves = body.path("serves").asBoolean(state.serves);
        state.servesAfterwards = body.path("servesAfterwards").asBoolean(state.servesAfterwards);
        if (body.hasNonNull("movedDaysAgo")) {
            state.moved = world.now().toEpochMilli()
                    - Portfolio.days(body.get("movedDaysAgo").asLong());
        }
        if (body.hasNonNull("nameServers")) {
            state.nameServers = RegistryWork.texts(body.get("nameServers"));
        }
    }

    private static NameElsewhere.Answer answer(String text) {
        for (NameElsewhere.Answer answer : NameElsewhere.Answer.values()) {
            if (answer.name().equals(text)) {
                return answer;
            }
        }
        throw new IllegalArgumentException("answer is " + text + " but must be accept, refuse or takeBack");
    }

    /** The zone to be served elsewhere, checked; null if none was given. */
    private String zoneFile(String name, JsonNode body) {
        if (body.hasNonNull("zoneFile")) {
            String file = body.get("zoneFile").asText();
            try {
                ZoneFileText.Contents contents = ZoneFileText.read(name, file);
                return ZoneFileText.write(contents.soa() == null ? soa() : contents.soa(), contents.entries());
            } catch (IOException e) {
                throw new IllegalArgumentException("zoneFile cannot be read: " + e.getMessage(), e);
            }
        }
        if (!body.hasNonNull("records")) {
            return null;
        }
        List<ZoneEntry> entries = new ArrayList<>();
        for (JsonNode record : body.get("records")) {
            ZoneEntry entry = new ZoneEntry(
                    0,
                    record.path("subDomain").asText(""),
                    record.path("fieldType").asText(),
                    record.path("target").asText(),
                    record.path("ttl").asLong(0));
            EntryCheck.problem(name, entry).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
            entries.add(entry);
        }
        return ZoneFileText.write(soa(), entries);
    }

    private SoaEntry soa() {
        return SoaEntry.fresh(
                OtherRegistrars.SERVERS.get(0) + ".", ZoneMaker.day(world.now().toEpochMilli()));
    }

    private ObjectNode shown(NameElsewhere state) {
        ObjectNode made = Json.object(
                "domain",
                state.name,
                "here",
                portfolio.has(state.name),
                "registrar",
                state.registrar,
                "created",
                Json.dateTime(state.created),
                "moved",
                Json.dateTime(state.moved),
                "expires",
                Json.dateTime(state.expires),
                "locked",
                state.locked,
                "code",
                state.code,
                "answer",
                state.answer.name(),
                "confirms",
                state.confirms);
        made.setAll(Json.object(
                "nameServers", state.nameServers,
                "serves", state.serves,
                "servesAfterwards", state.servesAfterwards,
                "zoneFile", state.zoneFile));
        return made;
    }
}
