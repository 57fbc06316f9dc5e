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

/** Where a row's kind of change writes what it is about to do, before it does it. */
@FunctionalInterface
public interface StepNotes {
    /**
     * Notes the step; the hold on the row lasts anew.
     *
     * @param step what whoever goes on has to know, text without secrets
     * @throws ClaimLostException if another worker has the row by now: then the step must not be done
     */
    void note(String step);
}
