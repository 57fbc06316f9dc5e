// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What a rule proposes for a task. No proposal shows a value, because it may be a secret. */
public sealed interface Proposal {

    /** The proposal as one sentence for a report. */
    String sentence();

    /**
     * Sets an argument and relaunches the task.
     *
     * @param key the task's argument
     * @param value its new value, as text
     * @param because where the value comes from
     */
    record Mend(String key, @JsonIgnore String value, String because) implements Proposal {
        @Override
        public String sentence() {
            return key + " is set from " + because;
        }

        @Override
        public String toString() {
            return "Mend[" + key + "=***, " + because + "]";
        }
    }

    /**
     * A person must supply something.
     *
     * @param what what is missing, and how to supply it
     */
    record Ask(String what) implements Proposal {
        @Override
        public String sentence() {
            return what;
        }
    }

    /**
     * The task continues by itself.
     *
     * @param why what it waits for
     */
    record Wait(String why) implements Proposal {
        @Override
        public String sentence() {
            return why;
        }
    }

    /**
     * There is nothing to do.
     *
     * @param why the reason
     */
    record Leave(String why) implements Proposal {
        @Override
        public String sentence() {
            return why;
        }
    }
}
