// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A task or an order in a status.
 *
 * @param subject what changed, such as {@code task:42}
 * @param state its current status, unique among the statuses that it can have one after the other
 * @param body the message body
 * @param headers the message headers
 * @param at when it changed; null if the API does not say
 */
record Change(String subject, String state, Object body, Map<String, Object> headers, OffsetDateTime at) {

    /** The key of the change in the idempotent repository. */
    String key() {
        return subject + ":" + state;
    }
}
