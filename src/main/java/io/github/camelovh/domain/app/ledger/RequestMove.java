// SPDX-License-Identifier: Apache-2.0
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
