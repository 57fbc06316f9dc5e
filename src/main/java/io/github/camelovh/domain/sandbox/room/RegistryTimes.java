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

import java.time.Duration;

/**
 * How long registries and owners take for transfers.
 *
 * @param transfer how long a transfer takes; null where each extension takes its own days
 */
public record RegistryTimes(Duration transfer) {

    private static final Duration REAL_CONFIRMATION = Duration.ofDays(14);
    private static final int CONFIRMATION_FACTOR = 3;

    /** From a right request to the end. */
    Duration transfer(Extension extension) {
        return transfer == null ? Duration.ofDays(extension.transferDays()) : transfer;
    }

    /** How long an owner is waited for. */
    Duration confirmation() {
        return transfer == null ? REAL_CONFIRMATION : transfer.multipliedBy(CONFIRMATION_FACTOR);
    }
}
