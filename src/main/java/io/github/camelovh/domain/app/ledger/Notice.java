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
package io.github.camelovh.domain.app.ledger;

/**
 * A move that is to be told.
 *
 * @param number of the move in the ledger; later moves of a row have greater ones
 * @param file the file that the row came from
 * @param line its line there
 * @param action what is asked, as in the file
 * @param domain the name in ASCII form
 * @param move what happened
 * @param orderId the order at that time, null if none
 * @param whatToDo what a person may do about it, null if nothing
 */
public record Notice(
        long number,
        ImportedFile file,
        long line,
        String action,
        String domain,
        RequestMove move,
        Long orderId,
        String whatToDo) {}
