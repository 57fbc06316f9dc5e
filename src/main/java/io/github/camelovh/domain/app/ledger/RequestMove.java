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

import java.time.Instant;

/**
 * One line of the audit trail.
 *
 * @param requestId the request that moved
 * @param from the state it left
 * @param to the state it entered
 * @param event what happened
 * @param why reason in words
 * @param at when
 */
public record RequestMove(
        long requestId, RequestState from, RequestState to, RequestEvent event, String why, Instant at) {}
