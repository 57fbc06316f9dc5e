// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.Objects;

/** One write of a plan: exactly one call of the API. */
public sealed interface ZoneChange {

    /** The reason, a sentence without capital and full stop. */
    String why();

    /** The record of the write: as it will be, or as it was if it is deleted. */
    ZoneRecord subject();

    /**
     * A record is created, by {@code POST /domain/zone/{zoneName}/record}. This is not an upsert, so it must never be
     * sent twice.
     *
     * @param record in the form to send
     * @param why the reason
     */
    record Create(ZoneRecord record, String why) implements ZoneChange {
        public Create {
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public ZoneRecord subject() {
            return record;
        }

        @Override
        public String toString() {
            return "+ " + record;
        }
    }

    /**
     * A record keeps its id, name and type, and changes its data or TTL, by
     * {@code PUT /domain/zone/{zoneName}/record/{id}}.
     *
     * @param before as it is in the zone
     * @param after in the form to send; of the same type
     * @param why the reason
     */
    record Update(HeldRecord before, ZoneRecord after, String why) implements ZoneChange {
        public Update {
            Objects.requireNonNull(why, "why");
            if (before.value().type() != after.type()) {
                throw new IllegalArgumentException(
                        "the type of a record cannot change: " + before.value() + " into " + after);
            }
        }

        @Override
        public ZoneRecord subject() {
            return after;
        }

        @Override
        public String toString() {
            return "~ " + before.value() + " -> " + (after.ttl() == 0 ? "" : after.ttl() + " ") + after.shownTarget();
        }
    }

    /**
     * A record is deleted, by {@code DELETE /domain/zone/{zoneName}/record/{id}}.
     *
     * @param record as it is in the zone
     * @param why the reason
     */
    record Delete(HeldRecord record, String why) implements ZoneChange {
        public Delete {
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public ZoneRecord subject() {
            return record.value();
        }

        @Override
        public String toString() {
            return "- " + record.value();
        }
    }
}
