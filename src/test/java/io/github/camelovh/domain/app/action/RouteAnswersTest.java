// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.ExecutionResult.Again;
import io.github.camelovh.domain.change.ExecutionResult.Done;
import io.github.camelovh.domain.change.ExecutionResult.Failed;
import io.github.camelovh.domain.change.ExecutionResult.Later;
import io.github.camelovh.domain.change.ExecutionResult.Ordered;
import io.github.camelovh.domain.change.ExecutionResult.PutOff;
import io.github.camelovh.domain.change.ExecutionResult.Refused;
import io.github.camelovh.domain.change.ExecutionResult.Sent;
import io.github.camelovh.domain.change.ExecutionResult.Stuck;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.change.Subject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a route may answer, and what is made of it. */
class RouteAnswersTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RouteAnswers plan = new RouteAnswers("plan-park");
    private final RouteAnswers done = new RouteAnswers("do-park");

    private PlanOutcome plan(Object answer) {
        return plan.plans(answer, 1).get(0);
    }

    private ExecutionResult result(Object... several) {
        return done.results(several.length == 1 ? several[0] : Arrays.asList(several), 1)
                .get(0);
    }

    private static PlanOutcome.Changes changes(String... lines) {
        return new PlanOutcome.Changes(List.of(lines));
    }

    @Nested
    class Plans {
        @Test
        void aRecordIsTakenAsItIs() {
            PlanOutcome.Refused refused = new PlanOutcome.Refused("no such name", "mend the row");

            assertThat(plan(refused)).isSameAs(refused);
        }

        @Test
        void textsAreLines() {
            assertThat(plan("  turn it \nand twist it\n")).isEqualTo(changes("turn it", "and twist it"));
            assertThat(plan(List.of("turn it", "twist it"))).isEqualTo(changes("turn it", "twist it"));
            assertThat(plan(List.of())).isInstanceOf(PlanOutcome.AsWished.class);
        }

        @Test
        void severalRecordsAreTakenTogether() {
            PlanOutcome.AsWished asWished = new PlanOutcome.AsWished("is so");
            PlanOutcome.Cost cost = new PlanOutcome.Cost(Money.of("1 EUR"), Money.of("1.20 EUR"), "P1Y");

            assertThat(plan(List.of(asWished, asWished))).isEqualTo(asWished);
            assertThat(plan(List.of(asWished, new PlanOutcome.Changes(List.of("buy"), cost), "and turn")))
                    .isEqualTo(new PlanOutcome.Changes(List.of("buy", "and turn"), cost));
            assertThat(plan(List.of("turn", new PlanOutcome.Refused("one", "a"), new PlanOutcome.Refused("two", "b"))))
                    .isEqualTo(new PlanOutcome.Refused("one; two", "a; b"));
            assertThatThrownBy(() -> plan(List.of(
                            new PlanOutcome.Changes(List.of("buy"), cost),
                            new PlanOutcome.Changes(List.of("buy another"), cost))))
                    .hasMessageContaining("direct:plan-park")
                    .hasMessageContaining("2 prices");
        }

        @Test
        void aMapSaysWhichOutcomeItIs() {
            assertThat(plan(Map.of("outcome", "AsWished", "sentence", "is so")))
                    .isEqualTo(new PlanOutcome.AsWished("is so"));
            assertThat(plan(Map.of("outcome", "changes", "lines", List.of("turn", "twist"))))
                    .isEqualTo(changes("turn", "twist"));
            assertThat(plan(Map.of("outcome", "Refused", "why", "no", "whatToDo", "ask")))
                    .isEqualTo(new PlanOutcome.Refused("no", "ask"));
        }

        @Test
        void eachOfSeveralRowsHasItsAnswerOrAllHaveOne() {
            assertThat(plan.plans("turn", 3)).containsExactly(changes("turn"), changes("turn"), changes("turn"));
            assertThat(plan.plans(List.of("turn", List.of()), 2).get(1)).isInstanceOf(PlanOutcome.AsWished.class);
            assertThatThrownBy(() -> plan.plans(List.of("turn"), 2))
                    .hasMessageContaining("1 times for 2 rows")
                    .hasMessageContaining("direct:plan-park");
        }
    }

    @Nested
    class WhatIsNotUnderstood {
        @Test
        void isAnErrorThatNamesTheRoute() {
            for (Object wrong : Arrays.asList(null, 7, "  ", new byte[0], new Done("as if it were done"))) {
                assertThatThrownBy(() -> plan(wrong))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("direct:plan-park");
            }
            for (Object wrong :
                    Arrays.asList(null, 7, "  ", new byte[0], List.of(), changes("as if it were planned"))) {
                assertThatThrownBy(() -> result(wrong))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("direct:do-park");
            }
        }

        @Test
        void jsonAsTextIsNoSentence() {
            assertThatThrownBy(() -> result("{\"outcome\": \"Failed\"}")).hasMessageContaining("unmarshal");
            assertThatThrownBy(() -> plan("[\"turn\"]")).hasMessageContaining("unmarshal");
        }

        @Test
        void aMapNamesItsUnknownOutcomeAndMember() {
            assertThatThrownBy(() -> result(Map.of("outcome", "Finished", "sentence", "set")))
                    .hasMessageContaining("Finished")
                    .hasMessageContaining("Done, Sent, Later");
            assertThatThrownBy(() -> result(Map.of("outcome", "Done", "sentence", "set", "task", 5)))
                    .hasMessageContaining("task");
            assertThatThrownBy(() -> result(Map.of("outcome", "Done", "sentence", "set", "why", "because")))
                    .hasMessageContaining("why");
            assertThatThrownBy(() -> result(Map.of("sentence", "set"))).hasMessageContaining("\"outcome\"");
            assertThatThrownBy(() -> result(Map.of("outcome", "Done"))).hasMessageContaining("\"sentence\"");
            assertThatThrownBy(() -> result(Map.of("outcome", "Sent", "sentence", "sent")))
                    .hasMessageContaining("\"tasks\"");
            assertThatThrownBy(() -> result(Map.of("outcome", "Sent", "sentence", "sent", "tasks", "soon")))
                    .hasMessageContaining("numbers of tasks");
            assertThatThrownBy(() -> plan(Map.of("outcome", "Changes", "lines", List.of(" "))))
                    .hasMessageContaining("\"lines\"");
            assertThatThrownBy(() -> result(Map.of("outcome", "Later", "sentence", "waits", "pause", "soon")))
                    .hasMessageContaining("PT5M");
        }
    }

    @Nested
    class Results {
        @Test
        void aTextIsTheSentenceOfWhatIsDone() {
            assertThat(result("parked")).isEqualTo(new Done("parked"));
            assertThat(result("parked", "turned")).isEqualTo(new Done("parked; turned"));
        }

        @Test
        void aMapMayBeAnyKindThatIsNoOrder() {
            assertThat(result(Map.of("outcome", "done", "sentence", "set"))).isEqualTo(new Done("set"));
            assertThat(result(Map.of("outcome", "Sent", "sentence", "sent", "tasks", List.of(4, "5"))))
                    .isEqualTo(new Sent("sent", List.of(4L, 5L)));
            assertThat(result(Map.of("outcome", "Later", "sentence", "waits", "pause", "PT5M", "step", "asked")))
                    .isEqualTo(new Later("waits", List.of(), Duration.ofMinutes(5), "asked"));
            assertThat(result(Map.of("outcome", "Stuck", "why", "w", "whatToDo", "t")))
                    .isEqualTo(new Stuck("w", "t"));
            assertThat(result(Map.of("outcome", "Refused", "why", "w", "whatToDo", "t")))
                    .isEqualTo(new Refused("w", "t"));
            assertThat(result(Map.of("outcome", "Failed", "why", "w", "whatToDo", "t")))
                    .isEqualTo(new Failed("w", "t"));
            assertThat(result(Map.of("outcome", "Again", "why", "w"))).isEqualTo(new Again("w"));
            assertThat(result(Map.of("outcome", "put-off", "why", "w"))).isEqualTo(new PutOff("w", MINUTE));
            assertThatThrownBy(() -> result(Map.of("outcome", "Ordered", "orderId", 7)))
                    .hasMessageContaining("Ordered");
        }
    }

    @Nested
    class SeveralResults {
        private final Done set = new Done("set");
        private final Sent sent = new Sent("sent", List.of(1L));
        private final Later later = new Later("waits", List.of(2L), MINUTE, "asked");
        private final Ordered ordered = new Ordered(70, Money.of("5 EUR"), null, false, MINUTE, null);
        private final PutOff putOff = new PutOff("another has it", MINUTE);
        private final Again again = new Again("broke off");
        private final Refused refused = new Refused("may not", "ask");
        private final Failed failed = new Failed("said no", "look");
        private final Stuck stuck = new Stuck("hangs", "mend it");

        @Test
        void eachKindHasItsPlace() {
            assertThat(CombinedAnswers.PRECEDENCE)
                    .containsExactlyInAnyOrder(subclasses(ExecutionResult.class.getPermittedSubclasses()));
        }

        @SuppressWarnings("unchecked")
        private Class<? extends ExecutionResult>[] subclasses(Class<?>[] all) {
            return (Class<? extends ExecutionResult>[]) all;
        }

        @Test
        void whatWaitsHasTheTasksOfAll() {
            assertThat(result(set, sent, new Sent("sent too", List.of(1L, 3L))))
                    .isEqualTo(new Sent("sent; sent too", List.of(1L, 3L)));
            assertThat(result(sent, later, set)).isEqualTo(new Later("waits", List.of(1L, 2L), MINUTE, "asked"));
            assertThat(result(set, ordered, sent)).isEqualTo(ordered);
        }

        @Test
        void whatIsToBeDoneAgainWinsOverWhatIsDone() {
            assertThat(result(set, sent, putOff)).isEqualTo(putOff);
            assertThat(result(putOff, again, later)).isEqualTo(again);
        }

        @Test
        void whatNeedsAPersonWins() {
            assertThat(result(again, stuck, refused, set)).isEqualTo(stuck);
            assertThat(result(refused, failed)).isEqualTo(failed);
            assertThat(result(refused, putOff, refused)).isEqualTo(refused);
        }

        @Test
        void aRefusalIsNotSaidToHaveChangedNothingWhereAnotherStepDid() {
            for (ExecutionResult other : List.of(set, sent, later, ordered, again)) {
                assertThat(result(other, refused))
                        .isEqualTo(new Stuck("a part of it may be made, and another is not: may not", "ask"));
                assertThat(result(failed, other)).isInstanceOf(Stuck.class);
            }
        }

        @Test
        void whatCannotBeRememberedAsOneNeedsAPerson() {
            assertThat(result(ordered, ordered, set)).isInstanceOf(Stuck.class);
            assertThat(result(ordered, later)).isInstanceOf(Stuck.class);
            assertThat(result(later, new Later("waits too", List.of(), MINUTE, "sent")))
                    .isInstanceOf(Stuck.class);
            assertThat(result(later, new Later("waits too", List.of(), MINUTE.multipliedBy(2), null)))
                    .isEqualTo(new Later("waits; waits too", List.of(2L), MINUTE.multipliedBy(2), "asked"));
        }
    }

    /** As {@code answerForm=MAP} or a conversion gives it. */
    @Test
    void takesTheAnswerOfAnOperationAsAMap() {
        Subject about = new Subject(DomainName.of("example.com"), null);
        List<ExecutionResult> answers = List.of(
                new Done(about, "set"),
                new Sent(about, "sent", List.of(1L)),
                new Later(about, "waits", List.of(2L), Duration.ofMinutes(3), "asked"),
                new Stuck(about, "hangs", "mend it"),
                new Refused(about, "may not", "ask"),
                new Failed(about, "said no", "look"),
                new Again(about, "broke off", true),
                new PutOff(about, "another has it", Duration.ofMinutes(3)));

        for (ExecutionResult answer : answers) {
            Object map = ApiJson.mapper().convertValue(answer, Object.class);
            assertThat(new RouteAnswers("do-x").results(map, 1)).containsExactly(answer.about(new Subject(null, null)));
        }
    }
}
