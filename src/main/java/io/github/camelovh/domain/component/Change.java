// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A task or an order in a status.
 *
 * @param subject what changed, such as {@code task:42}
 * @param state the status that it has now, unique among the statuses that it can have in turn
 * @param body what the message carries
 * @param headers what the message's headers say
 * @param at when it changed; null where the API does not tell
 */
record Change(String subject, String state, Object body, Map<String, Object> headers, OffsetDateTime at) {

    /** Under this key the idempotent repository remembers the change. */
    String key() {
        return subject + ":" + state;
    }
}
