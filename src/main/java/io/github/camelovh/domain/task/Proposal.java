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
package io.github.camelovh.domain.task;

/** What a rule would do about a task. None of them shows a value: it may be a secret. */
public sealed interface Proposal {

    /** The proposal as one sentence for a report. */
    String sentence();

    /**
     * Set an argument and try again.
     *
     * @param key the task's argument
     * @param value its new value, as text
     * @param because where the value comes from
     */
    record Mend(String key, String value, String because) implements Proposal {
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
     * @param what what is missing, and how to give it
     */
    record Ask(String what) implements Proposal {
        @Override
        public String sentence() {
            return what;
        }
    }

    /**
     * It goes on by itself.
     *
     * @param why what is being waited for
     */
    record Wait(String why) implements Proposal {
        @Override
        public String sentence() {
            return why;
        }
    }

    /**
     * Nothing is to be done.
     *
     * @param why why not
     */
    record Leave(String why) implements Proposal {
        @Override
        public String sentence() {
            return why;
        }
    }
}
