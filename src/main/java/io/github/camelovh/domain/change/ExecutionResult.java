// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

import io.github.camelovh.domain.app.action.ActionRow;

import io.github.camelovh.domain.api.model.Money;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How far a row came. */
public sealed interface ExecutionResult {
    /**
     * All is as wished.
     *
     * @param sentence for the result
     */
    record Done(String sentence) implements ExecutionResult {
        public Done {
            Objects.requireNonNull(sentence);
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
                throw new IllegalArgumentException("What no task tells of has to be compared: Later");
            }
        }
    }

    /**
     * A step is done, and there is more to do: once its tasks are done, and not before a while.
     *
     * @param sentence for whoever asks how it stands
     * @param tasks numbers of the tasks that have to be done first; none to go on when the pause is over
     * @param pause how long to wait at least; zero or more
     * @param step what the next step has to know ({@link ActionRow#step}), text without secrets; null for nothing
     */
    record Later(String sentence, List<Long> tasks, Duration pause, String step) implements ExecutionResult {
        public Later {
            Objects.requireNonNull(sentence);
            Objects.requireNonNull(pause);
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * It was ordered. Where that is paid, what comes of it is looked at later; else a person has to pay.
     *
     * @param orderId the order
     * @param priceWithTax what it costs
     * @param paid whether it is paid
     * @param pause how long to wait before the next look
     * @param step what the next step has to know ({@link ActionRow#step})
     */
    record Ordered(long orderId, Money priceWithTax, boolean paid, Duration pause, String step)
            implements ExecutionResult {
        public Ordered {
            Objects.requireNonNull(priceWithTax);
            Objects.requireNonNull(pause);
            Objects.requireNonNull(step);
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
    }

    /**
     * Nothing was changed, or only a part, for a reason that passes: to be done once more.
     *
     * @param why a clause
     */
    record Again(String why) implements ExecutionResult {
        public Again {
            Objects.requireNonNull(why);
        }
    }
}
