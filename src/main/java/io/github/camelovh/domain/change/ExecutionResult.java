// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Outcome;
import io.github.camelovh.domain.order.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How far a change came. */
public sealed interface ExecutionResult extends Outcome {

    /** One method for each kind, so that a new kind is handled everywhere or does not compile. */
    interface Cases<T> {
        T done(Done result);

        T sent(Sent result);

        T later(Later result);

        T ordered(Ordered result);

        T stuck(Stuck result);

        T refused(Refused result);

        T failed(Failed result);

        T again(Again result);

        T putOff(PutOff result);
    }

    /** Calls the method of this kind. */
    <T> T match(Cases<T> cases);

    /** What it is about: the first component of each kind. */
    @JsonIgnore
    Subject about();

    /** The same about something else. */
    ExecutionResult about(Subject other);

    /** Why it is not done; null where it is, or is on its way. */
    default String why() {
        return null;
    }

    @Override
    default List<String> reasons() {
        return why() == null ? List.of() : List.of(why());
    }

    @Override
    default DomainName domain() {
        return about().domain();
    }

    @Override
    default Long orderId() {
        return about().orderId();
    }

    /**
     * All is as wished.
     *
     * @param sentence for the result
     */
    record Done(Subject about, String sentence) implements ExecutionResult {
        public Done {
            Objects.requireNonNull(sentence);
        }

        public Done(String sentence) {
            this(Subject.NONE, sentence);
        }

        @Override
        public Done about(Subject other) {
            return new Done(other, sentence);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.done(this);
        }
    }

    /**
     * It was sent, and the registry takes its time.
     *
     * @param sentence for the result
     * @param tasks numbers of the tasks at OVHcloud; at least one
     */
    record Sent(Subject about, String sentence, List<Long> tasks) implements ExecutionResult {
        public Sent {
            Objects.requireNonNull(sentence);
            tasks = List.copyOf(tasks);
            if (tasks.isEmpty()) {
                throw new IllegalArgumentException("What no task tells of has to be looked at: Later");
            }
        }

        public Sent(String sentence, List<Long> tasks) {
            this(Subject.NONE, sentence, tasks);
        }

        @Override
        public Sent about(Subject other) {
            return new Sent(other, sentence, tasks);
        }

        @Override
        public List<String> reasons() {
            return List.of(sentence);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.sent(this);
        }
    }

    /**
     * A step is done, and there is more to do or to see: once its tasks are done, and not before a while.
     *
     * @param sentence for whoever asks how it stands
     * @param tasks numbers of the tasks that have to be done first; none to go on when the pause is over
     * @param pause how long to wait at least; zero or more
     * @param step what the next step has to know ({@link ChangeRun#step}), text without secrets; null for nothing
     */
    record Later(
            Subject about,
            String sentence,
            List<Long> tasks,
            @JsonSerialize(using = ToStringSerializer.class) Duration pause,
            String step)
            implements ExecutionResult {
        public Later {
            Objects.requireNonNull(sentence);
            Objects.requireNonNull(pause);
            tasks = List.copyOf(tasks);
        }

        public Later(String sentence, List<Long> tasks, Duration pause, String step) {
            this(Subject.NONE, sentence, tasks, pause, step);
        }

        @Override
        public Later about(Subject other) {
            return new Later(other, sentence, tasks, pause, step);
        }

        @Override
        public List<String> reasons() {
            return List.of(sentence);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.later(this);
        }
    }

    /**
     * It was ordered. Where that is paid, what comes of it is looked at later; else a person has to pay.
     *
     * @param about the name, and the order
     * @param priceWithTax what it costs; null where that is not known
     * @param paid as {@link Outcome#paid}
     * @param payByHand whether a person has to pay it: OVHcloud was not told to, and did not say that it is paid
     * @param pause how long to wait before the next look
     * @param step what the next step has to know ({@link ChangeRun#step}); null for nothing
     */
    record Ordered(
            Subject about,
            Money priceWithTax,
            Boolean paid,
            boolean payByHand,
            @JsonSerialize(using = ToStringSerializer.class) Duration pause,
            String step)
            implements ExecutionResult {
        public Ordered {
            Objects.requireNonNull(about.orderId());
            Objects.requireNonNull(pause);
        }

        /** About this order, and the name that the operation fills in. */
        public Ordered(long orderId, Money priceWithTax, Boolean paid, boolean payByHand, Duration pause, String step) {
            this(Subject.NONE.of(orderId), priceWithTax, paid, payByHand, pause, step);
        }

        @Override
        public Ordered about(Subject other) {
            return new Ordered(other, priceWithTax, paid, payByHand, pause, step);
        }

        @Override
        public String whatToDo() {
            return payByHand ? OrderStatus.toPay(orderId()) : null;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ordered(this);
        }
    }

    /**
     * It came to a point where only a person helps.
     *
     * @param why a clause
     * @param whatToDo what the person does
     */
    record Stuck(Subject about, String why, String whatToDo) implements ExecutionResult {
        public Stuck {
            Objects.requireNonNull(why);
            Objects.requireNonNull(whatToDo);
        }

        public Stuck(String why, String whatToDo) {
            this(Subject.NONE, why, whatToDo);
        }

        @Override
        public Stuck about(Subject other) {
            return new Stuck(other, why, whatToDo);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stuck(this);
        }
    }

    /**
     * Nothing was changed, and will not be.
     *
     * @param why a clause
     * @param whatToDo how the operator gets it done
     */
    record Refused(Subject about, String why, String whatToDo) implements ExecutionResult {
        public Refused {
            Objects.requireNonNull(why);
            Objects.requireNonNull(whatToDo);
        }

        public Refused(String why, String whatToDo) {
            this(Subject.NONE, why, whatToDo);
        }

        @Override
        public Refused about(Subject other) {
            return new Refused(other, why, whatToDo);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.refused(this);
        }
    }

    /**
     * OVHcloud said no for good.
     *
     * @param why a clause
     * @param whatToDo what the operator may do
     */
    record Failed(Subject about, String why, String whatToDo) implements ExecutionResult {
        public Failed {
            Objects.requireNonNull(why);
            Objects.requireNonNull(whatToDo);
        }

        public Failed(String why, String whatToDo) {
            this(Subject.NONE, why, whatToDo);
        }

        @Override
        public Failed about(Subject other) {
            return new Failed(other, why, whatToDo);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.failed(this);
        }
    }

    /**
     * Nothing was changed, or only a part, for a reason that passes: to be done once more. Counts as an attempt.
     *
     * @param why a clause
     * @param nothingWasDone whether it is known that nothing was changed: it fails then where it is tried too often, else a person
     *     has to look
     */
    record Again(Subject about, String why, boolean nothingWasDone) implements ExecutionResult {
        public Again {
            Objects.requireNonNull(why);
        }

        public Again(String why, boolean nothingWasDone) {
            this(Subject.NONE, why, nothingWasDone);
        }

        /** Where a part may have been changed. */
        public Again(String why) {
            this(why, false);
        }

        @Override
        public Again about(Subject other) {
            return new Again(other, why, nothingWasDone);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.again(this);
        }
    }

    /**
     * It waits for something slow or for another worker, through no fault of its own: to be done later, however often.
     *
     * @param why a clause
     * @param pause how long to wait at least; zero or more
     */
    record PutOff(
            Subject about,
            String why,
            @JsonSerialize(using = ToStringSerializer.class) Duration pause) implements ExecutionResult {
        public PutOff {
            Objects.requireNonNull(why);
            Objects.requireNonNull(pause);
        }

        public PutOff(String why, Duration pause) {
            this(Subject.NONE, why, pause);
        }

        @Override
        public PutOff about(Subject other) {
            return new PutOff(other, why, pause);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.putOff(this);
        }
    }
}
