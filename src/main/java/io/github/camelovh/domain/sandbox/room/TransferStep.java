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
package io.github.camelovh.domain.sandbox.room;

/** How far the transfer of a name has come, in the order of its way. */
enum TransferStep {
    /** The registry looks at the code, the lock and the age. */
    CHECK("Control of the transfer request"),
    /** The owner has to answer a mail. */
    CONFIRMATION("Confirmation by the owner"),
    /** The losing registrar may still refuse. */
    LOSING("Answer of the losing registrar"),
    /** The losing registrar has let the name go; the registry has not moved it yet. */
    ACCEPTED("Transfer at the registry");

    final String description;

    TransferStep(String description) {
        this.description = description;
    }
}
