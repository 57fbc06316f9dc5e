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

/** Where an import file stands. */
public enum FileState {
    /** Its rows are being read into the ledger; after a crash reading goes on behind the last line noted. */
    RECEIVING,
    /** All rows are in; prices are being asked. */
    PLANNING,
    /** The plan is closed, has its digest and waits for approval. */
    PLANNED,
    /** The plan is approved; its rows are bought and delivered. */
    APPROVED,
    /** Every row has its result. */
    FINISHED,
    /** The file as a whole could not be read; it has no rows that count. */
    REFUSED
}
