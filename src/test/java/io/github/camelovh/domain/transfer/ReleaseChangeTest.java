// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.ScriptedTransport;
import io.github.camelovh.domain.api.Transport.Request;
import io.github.camelovh.domain.api.Transport.Result;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Names that go to another registrar, step by step, also where the process died between two steps. */
class ReleaseChangeTest {
    private static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECRET = "Ab3-xY9!";

    private final Map<Long, String> tasks = new TreeMap<>(Map.of(5L, "cancelled"));
    private final List<String> happened = new ArrayList<>();
    private final OvhApi api = new ScriptedTransport(this::answer).api(new Credentials.PersonalToken("a-token"));
    private Instant now = BEGUN;
    private String lock = "locked";
    private boolean gone;

    private final AuthCodeStore codes = new AuthCodeStore() {
        @Override
        public Optional<PlanOutcome.Refused> objection() {
            return Optional.empty();
        }

        @Override
        public String placeOf(DomainName name) {
            return "the vault";
        }

        @Override
        public String recipient() {
            return "Ada";
        }

        @Override
        public void handOver(DomainName name, AuthCode code) {
            assertThat(code.secret()).isEqualTo(SECRET);
            happened.add("handed over");
        }
    };

    private ReleaseChange release() {
        return new ReleaseChange(
                new OutgoingTransfers(api),
                new Tasks(api, RepairAdvisor.standard(), Duration.ofSeconds(1), Clock.systemUTC(), time -> {}),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private ReleaseRequest request(String name, String tag) {
        return new ReleaseRequest(DomainName.of(name), tag, Duration.ofDays(5), codes);
    }

    private ChangeRun run(String approved, String step) {
        return new ChangeRun(List.of(approved), step, text -> happened.add("noted " + text), null);
    }

    private Result answer(Request request) {
        String path = request.url().replaceFirst("^.*/(1\\.0|v1)", "").replaceFirst("\\?.*", "");
        String call = request.method() + " " + path;
        if (call.startsWith("GET /me/task/domain/")) {
            String ids = path.replaceFirst(".*/", "");
            return ScriptedTransport.json(200, ids.contains(",") ? batch(ids) : task(Long.parseLong(ids)));
        }
        switch (call) {
            case "GET /me/task/domain":
                return ScriptedTransport.json(200, tasks.keySet().toString());
            case "GET /domain/maison.uk":
                return ScriptedTransport.json(
                        200, "{\"domain\":\"maison.uk\",\"state\":\"ok\",\"transferLockStatus\":\"unavailable\"}");
            case "GET /domain/maison.uk/ukRegistrars":
                return ScriptedTransport.json(200, "[{\"tag\":\"EXAMPLE-GB\",\"name\":\"Example Ltd\"}]");
            case "POST /domain/maison.uk/ukOutgoingTransfer":
                happened.add("sent");
                tasks.put(9L, "todo");
                return ScriptedTransport.json(200, task(9));
            case "GET /domain/example.com":
                happened.add("looked");
                return gone
                        ? ScriptedTransport.json(404, "{\"message\":\"no\"}")
                        : ScriptedTransport.json(
                                200,
                                "{\"domain\":\"example.com\",\"state\":\"ok\",\"transferLockStatus\":\"" + lock
                                        + "\"}");
            case "PUT /domain/example.com":
                happened.add(lock.equals("locked") ? "unlocked" : "locked");
                lock = lock.equals("locked") ? "unlocking" : "locking";
                return ScriptedTransport.json(200, "null");
            case "GET /domain/example.com/authInfo":
                return ScriptedTransport.json(200, "\"" + SECRET + "\"");
            default:
                return ScriptedTransport.json(404, "{\"message\":\"no\"}");
        }
    }

    private String batch(String ids) {
        return Stream.of(ids.split(","))
                .map(id -> "{\"key\":\"" + id + "\",\"value\":" + task(Long.parseLong(id)) + ",\"error\":null}")
                .toList()
                .toString();
    }

    private String task(long id) {
        return "{\"id\":" + id + ",\"domain\":\"maison.uk\",\"function\":\"DomainOutgoingTransfer\",\"status\":\""
                + tasks.get(id) + "\"}";
    }

    /** A name of {@code .uk} whose row is taken up again after its process died. */
    @Nested
    class ByTag {
        private ExecutionResult apply(String step) {
            return release()
                    .apply(request("maison.uk", "EXAMPLE-GB"), run("hand it to Example Ltd (tag EXAMPLE-GB)", step));
        }

        @Test
        void whatEndedBeforeIsNotedBeforeTheTagIsSent() {
            ExecutionResult result = apply(null);

            assertThat(result)
                    .isEqualTo(new ExecutionResult.Sent(
                            "maison.uk goes to the registrar with the tag EXAMPLE-GB", List.of(9L)));
            assertThat(happened).containsExactly("noted [5]", "sent");
        }

        @Test
        void anEndedTransferOfBeforeIsNotTakenForThatOfTheRow() {
            ExecutionResult result = apply("[5]");

            assertThat(result).isInstanceOf(ExecutionResult.Sent.class);
            assertThat(happened).containsExactly("noted [5]", "sent");
        }

        @Test
        void whatWasSentIsNotSentAgainEvenIfItEnded() {
            tasks.put(9L, "done");

            ExecutionResult result = apply("[5]");

            assertThat(((ExecutionResult.Sent) result).tasks()).containsExactly(9L);
            assertThat(happened).isEmpty();
        }
    }

    /** A name with a lock and a code. */
    @Nested
    class ByCode {
        private static final String NOTED = "{\"handedAt\":1772366400000,\"handed\":false,\"asked\":0}";
        private static final String HANDED = "{\"handedAt\":1772366400000,\"handed\":true,\"asked\":0}";
        private final String approved =
                "unlock it, hand its auth code over to the vault for Ada, and lock it again after"
                        + " PT120H unless its transfer has begun";

        private ExecutionResult apply(String step) {
            return release().apply(request("example.com", null), run(approved, step));
        }

        private Optional<ExecutionResult> check(String step) {
            return release().check(request("example.com", null), run(approved, step));
        }

        @Test
        void isUnlockedFirst() {
            assertThat(release().plan(request("example.com", null)))
                    .isEqualTo(new PlanOutcome.Changes(List.of(approved)));

            ExecutionResult.Later result = (ExecutionResult.Later) apply(null);

            assertThat(result.step()).isEqualTo("{\"handedAt\":null,\"handed\":false,\"asked\":1}");
            assertThat(happened)
                    .containsExactly("looked", "looked", "noted " + result.step(), "unlocked")
                    .doesNotContain("handed over");
            assertThat(check(result.step())).isEmpty();
        }

        @Test
        void itsCodeIsHandedOverOnceThatIsNoted() {
            lock = "unlocked";

            ExecutionResult.Later result =
                    (ExecutionResult.Later) apply("{\"handedAt\":null,\"handed\":false,\"asked\":1}");

            assertThat(happened).containsExactly("looked", "noted " + NOTED, "handed over");
            assertThat(result.step()).isEqualTo(HANDED);
            assertThat(result.toString() + happened).doesNotContain(SECRET);
        }

        @Test
        void aCodeThatMayNotHaveBeenHandedOverIsHandedOverAgain() {
            lock = "unlocked";

            assertThat(check(NOTED)).isEmpty();
            ExecutionResult.Later result = (ExecutionResult.Later) apply(NOTED);

            assertThat(happened).containsExactly("looked", "handed over");
            assertThat(result.step()).isEqualTo(HANDED);
        }

        @Test
        void isOnlyLookedAtWhileItsTransferMayBegin() {
            lock = "unlocked";
            now = BEGUN.plus(Duration.ofDays(4));

            assertThat(check(HANDED).orElseThrow()).isInstanceOfSatisfying(ExecutionResult.Later.class, later -> {
                assertThat(later.tasks()).isEmpty();
                assertThat(later.pause()).isEqualTo(Duration.ofHours(1));
                assertThat(later.sentence()).contains("locked again at 2026-03-06T12:00:00Z");
            });
            assertThat(happened).containsExactly("looked");
        }

        @Test
        void isLockedAgainAfterTheTime() {
            lock = "unlocked";
            now = BEGUN.plus(Duration.ofDays(5));

            assertThat(check(HANDED)).isEmpty();
            ExecutionResult.Later result = (ExecutionResult.Later) apply(HANDED);
            lock = "locked";

            assertThat(happened).containsExactly("looked", "looked", "noted " + HANDED.replace(":0}", ":1}"), "locked");
            assertThat(check(result.step()).orElseThrow())
                    .isInstanceOfSatisfying(ExecutionResult.Refused.class, refused -> assertThat(refused.why())
                            .contains("so it is locked again"));
        }

        @Test
        void hasLeftWhereItIsNotThereAnyMore() {
            gone = true;

            assertThat(check(HANDED).orElseThrow()).isInstanceOf(ExecutionResult.Done.class);
            assertThatThrownBy(() -> apply(null)).isInstanceOf(OvhNotFoundException.class);
        }

        @Test
        void isNotTouchedForAnotherRecipientThanWasApproved() {
            ExecutionResult result =
                    release().apply(request("example.com", null), run(approved.replace("Ada", "Bob"), null));

            assertThat(result)
                    .isInstanceOfSatisfying(ExecutionResult.Refused.class, refused -> assertThat(refused.why())
                            .contains("something else than was approved"));
            assertThat(happened).containsExactly("looked");
        }
    }
}
