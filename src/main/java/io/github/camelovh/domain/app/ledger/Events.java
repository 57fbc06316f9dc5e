// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writing of the audit trail, inside the transaction of the move it tells of. */
final class Events {
    private Events() {}

    static PreparedBatch batch(Handle handle) {
        return handle.prepareBatch("insert into event (request_id, from_state, to_state, event, why, happened_at)"
                + " values (:request, :from, :to, :event, :why, :at)");
    }

    static void add(PreparedBatch events, long requestId, Transition way, String why, OffsetDateTime at) {
        events.bind("request", requestId)
                .bind("from", way.from().name())
                .bind("to", way.to().name())
                .bind("event", way.event().name())
                .bind("why", why)
                .bind("at", at)
                .add();
    }

    static IllegalStateException noSuchMove(Handle handle, long requestId, RequestState from, RequestEvent event) {
        return new IllegalStateException("Request " + requestId + " cannot " + event + " from " + from
                + "; nothing was changed. Its moves so far: " + RequestRepository.history(handle, requestId));
    }
}
