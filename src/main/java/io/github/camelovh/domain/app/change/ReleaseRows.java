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
package io.github.camelovh.domain.app.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.task.TaskDesk;
import io.github.camelovh.domain.transfer.DepartureDesk;
import io.github.camelovh.domain.transfer.DepartureDesk.Hold;
import io.github.camelovh.domain.transfer.DepartureDesk.Lock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Names that go to another registrar: {@code auth-code} and {@code release}. A code goes into a sealed file and nowhere else.
 * A released name is watched until it has left, or locked again. Thread-safe.
 */
public final class ReleaseRows implements NameChange {
    private static final List<String> UNDER_WAY = List.of("todo", "doing", "error", "problem");
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final String CERTIFICATE =
            "make a key and a certificate: openssl req -x509 -newkey rsa:3072 -nodes -days"
                    + " 365 -subj /CN=codes -keyout codes.key -out codes.pem; then set ovh-domain.release.certificate to codes.pem";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<DepartureDesk> desk;
    private final Supplier<TaskDesk> tasks;
    private final CodeFiles codes;
    private final Duration relockAfter;
    private final Clock clock;

    /**
     * What is remembered between two steps of a release.
     *
     * @param handedAt when the code was handed over, milliseconds since 1970; null before that
     * @param locking whether it is being locked again, as nobody asked for the name
     */
    private record Memo(Long handedAt, boolean locking) {
        static Memo of(String json) {
            try {
                return json == null ? new Memo(null, false) : JSON.readValue(json, Memo.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The ledger has no memo of a release: " + json, e);
            }
        }

        String json() {
            try {
                return JSON.writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A memo can always be written as JSON", e);
            }
        }
    }

    /** @param relockAfter a released name whose transfer has not begun by then is locked again */
    public ReleaseRows(
            Supplier<DepartureDesk> desk,
            Supplier<TaskDesk> tasks,
            CodeFiles codes,
            Duration relockAfter,
            Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.codes = codes;
        this.relockAfter = relockAfter;
        this.clock = clock;
    }

    @Override
    public List<String> actions() {
        return List.of(RowCommand.Leave.AUTH_CODE, RowCommand.Leave.RELEASE);
    }

    @Override
    public List<Finding> look(DomainName name, List<ChangeRow> rows) {
        return rows.stream()
                .map(row -> finding(name, (RowCommand.Leave) row.command()))
                .toList();
    }

    private Finding finding(DomainName name, RowCommand.Leave row) {
        Hold hold = desk.get().hold(name);
        boolean release = row.action().equals(RowCommand.Leave.RELEASE);
        if (release && hold.leaving()) {
            return new Finding.AsWished(name + " is on its way to another registrar already");
        }
        if (DepartureDesk.movesByTag(name)) {
            return byTag(name, row, release);
        }
        Optional<String> nobody = codes.objection();
        if (nobody.isPresent()) {
            return new Finding.Refused(nobody.get(), CERTIFICATE);
        }
        boolean open = hold.lock() == Lock.UNLOCKED || hold.lock() == Lock.UNAVAILABLE;
        if (!release && !open) {
            return new Finding.Refused(
                    name + " is locked, and its auth code is given only while it is not",
                    "write release in place of auth-code, or unlock it first");
        }
        return new Finding.Changes(
                List.of(release ? releaseLine(name) : "hand its auth code over to " + codes.placeOf(name)));
    }

    private Finding byTag(DomainName name, RowCommand.Leave row, boolean release) {
        if (!release) {
            return new Finding.Refused(
                    "names of .uk have no auth code: they move by the tag of a registrar",
                    "write release in place of auth-code, with the column tag");
        }
        Map<String, String> registrars = desk.get().registrars(name);
        if (row.tag() == null || !registrars.containsKey(row.tag())) {
            return new Finding.Refused(
                    row.tag() == null
                            ? "names of .uk move by the tag of a registrar, and the row has none"
                            : "no registrar of .uk has the tag " + row.tag(),
                    "write the tag of the new registrar in the column tag, as it tells it");
        }
        return new Finding.Changes(List.of("hand it to " + registrars.get(row.tag()) + " (tag " + row.tag() + ")"));
    }

    private String releaseLine(DomainName name) {
        return "unlock it, hand its auth code over to " + codes.placeOf(name) + ", and lock it again after "
                + relockAfter + " unless its transfer has begun";
    }

    @Override
    public List<Ending> act(DomainName name, List<ChangeRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private Ending ending(DomainName name, ChangeRow row) {
        RowCommand.Leave command = (RowCommand.Leave) row.command();
        Memo memo = Memo.of(row.memo());
        if (command.tag() != null) {
            return handOver(name, command.tag());
        }
        if (command.action().equals(RowCommand.Leave.AUTH_CODE)) {
            return new Ending.Done(
                    "its auth code is in " + codes.handOver(name, desk.get().authCode(name)));
        }
        try {
            return released(name, desk.get().hold(name), memo);
        } catch (OvhNotFoundException e) {
            if (memo.handedAt() == null) {
                throw e;
            }
            return new Ending.Done("it has left for another registrar");
        }
    }

    private Ending released(DomainName name, Hold hold, Memo memo) {
        if (hold.leaving()) {
            return new Ending.Later("its transfer to another registrar is under way", List.of(), pause(), memo.json());
        }
        if (memo.handedAt() != null) {
            return watched(name, hold, memo);
        }
        return switch (hold.lock()) {
            case LOCKED, LOCKING, UNKNOWN -> {
                desk.get().setLock(name, false);
                yield LockRows.underWay(tasks.get(), name, false, memo.json(), pause());
            }
            case UNLOCKING -> LockRows.underWay(tasks.get(), name, false, memo.json(), pause());
            case UNLOCKED, UNAVAILABLE -> {
                var place = codes.handOver(name, desk.get().authCode(name));
                Instant now = clock.instant();
                yield new Ending.Later(
                        "its auth code is in " + place + "; it is locked again at " + now.plus(relockAfter)
                                + " unless its transfer has begun",
                        List.of(),
                        pause(),
                        new Memo(now.toEpochMilli(), false).json());
            }
        };
    }

    /** The code is out: the name leaves in time, or is locked again. */
    private Ending watched(DomainName name, Hold hold, Memo memo) {
        Instant deadline = Instant.ofEpochMilli(memo.handedAt()).plus(relockAfter);
        if (clock.instant().isBefore(deadline)) {
            return new Ending.Later(
                    "its auth code is handed over, and its transfer has not begun; it is locked again at " + deadline,
                    List.of(),
                    pause(),
                    memo.json());
        }
        Memo locking = new Memo(memo.handedAt(), true);
        return switch (hold.lock()) {
            case UNLOCKED, UNLOCKING, UNKNOWN -> {
                desk.get().setLock(name, true);
                yield LockRows.underWay(tasks.get(), name, true, locking.json(), pause());
            }
            case LOCKING -> LockRows.underWay(tasks.get(), name, true, locking.json(), pause());
            case LOCKED, UNAVAILABLE ->
                new Ending.Refused(
                        "nobody asked for " + name + " within " + relockAfter + " after its auth code was handed over"
                                + (hold.lock() == Lock.LOCKED ? ", so it is locked again" : ""),
                        "ask the new registrar; then drop the row again");
        };
    }

    private Ending handOver(DomainName name, String tag) {
        List<Long> open = outgoing(name);
        if (open.isEmpty()) {
            try {
                open = desk.get()
                        .handTo(name, tag)
                        .map(task -> List.of(task.id()))
                        .orElseGet(() -> outgoing(name));
            } catch (OvhUnknownOutcomeException e) {
                open = outgoing(name);
                if (open.isEmpty()) {
                    return new Ending.Again(e.getMessage());
                }
            }
        }
        return new Ending.Sent(name + " goes to the registrar with the tag " + tag, open);
    }

    private List<Long> outgoing(DomainName name) {
        return tasks.get().find(name, "DomainOutgoingTransfer", UNDER_WAY).found().stream()
                .map(DomainTask::id)
                .toList();
    }

    private Duration pause() {
        Duration part = relockAfter.dividedBy(20);
        return part.compareTo(LONGEST_PAUSE) < 0 ? part : LONGEST_PAUSE;
    }
}
