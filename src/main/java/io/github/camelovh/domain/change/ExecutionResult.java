// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.camelovh.domain.api.model.Money;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How far a change came. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "outcome")
public sealed interface ExecutionResult {

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

    /**
     * All is as wished.
     *
     * @param sentence for the result
     */
    record Done(String sentence) implements ExecutionResult {
        public Done {
            Objects.requireNonNull(sentence);
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
    record Sent(String sentence, List<Long> tasks) implements ExecutionResult {
        public Sent {
            Objects.requireNonNull(sentence);
            tasks = List.copyOf(tasks);
            if (tasks.isEmpty()) {
                throw new IllegalArgumentException("What no task tells of has to be looked at: Later");
            }
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
    record Later(String sentence, List<Long> tasks, Duration pause, String step) implements ExecutionResult {
        public Later {
            Objects.requireNonNull(sentence);
            Objects.requireNonNull(pause);
            tasks = List.copyOf(tasks);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.later(this);
        }
    }

    /**
     * It was ordered. Where that is paid, what comes of it is looked at later; else a person has to pay.
     *
     * @param orderId the order
     * @param priceWithTax what it costs; null where that is not known
     * @param paid whether it is paid
     * @param pause how long to wait before the next look
     * @param step what the next step has to know ({@link ChangeRun#step}); null for nothing
     */
    record Ordered(long orderId, Money priceWithTax, boolean paid, Duration pause, String step)
            implements ExecutionResult {
        public Ordered {
            Objects.requireNonNull(pause);
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
    record Stuck(String why, String whatToDo) implements ExecutionResult {
        public Stuck {
            Objects.requireNonNull(why);
            Objects.requireNonNull(whatToDo);
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
    record Refused(String why, String whatToDo) implements ExecutionResult {
        public Refused {
            Objects.requireNonNull(why);
            Objects.requireNonNull(whatToDo);
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
    record Failed(String why, String whatToDo) implements ExecutionResult {
        public Failed {
            Objects.requireNonNull(why);
            Objects.requireNonNull(whatToDo);
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
    record Again(String why, boolean nothingWasDone) implements ExecutionResult {
        /** Where a part may have been changed. */
        public Again(String why) {
            this(why, false);
        }

        public Again {
            Objects.requireNonNull(why);
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
    record PutOff(String why, Duration pause) implements ExecutionResult {
        public PutOff {
            Objects.requireNonNull(why);
            Objects.requireNonNull(pause);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.putOff(this);
        }
    }
}
