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
package io.github.camelovh.domain.app.policy;

import java.util.List;

/** A policy that is not used, as something is wrong in its file. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    PolicyException(String file, List<String> problems) {
        super(String.join(System.lineSeparator(), problems) + System.lineSeparator() + "No rule of " + file
                + " is used until all are right.");
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each, with the file and the line. */
    public List<String> problems() {
        return problems;
    }
}
