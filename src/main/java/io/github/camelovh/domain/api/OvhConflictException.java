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
package io.github.camelovh.domain.api;

/** The object is not in a state that allows the call, or changed meanwhile (409, 412, 423). Nothing was done. */
public final class OvhConflictException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param cause or null
     */
    public OvhConflictException(ErrorFacts facts, String sentence, Throwable cause) {
        super(facts, sentence, false, cause);
    }
}
