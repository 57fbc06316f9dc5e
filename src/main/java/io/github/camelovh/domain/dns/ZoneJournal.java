// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where it is noted how changes of zones stand, so that a crash takes neither the way back nor the refresh that is owed.
 * Implementations are thread-safe for different zones.
 */
public interface ZoneJournal {
    /** Notes nothing, and lets changes of one zone run at once. */
    static ZoneJournal none() {
        return new ZoneJournal() {
            @Override
            public <T> Optional<T> alone(DomainName zone, Supplier<T> change) {
                return Optional.of(change.get());
            }

            @Override
            public boolean isBegun(DomainName zone) {
                return false;
            }

            @Override
            public void begin(ZoneSnapshot before) {}

            @Override
            public void nothingWritten(DomainName zone) {}

            @Override
            public void end(DomainName zone, List<RecordSet> sets) {}
        };
    }

    /**
     * Makes a change that no other one may overlap with.
     *
     * @return empty if another one is being made to this zone; then this one was not made
     */
    <T> Optional<T> alone(DomainName zone, Supplier<T> change);

    /** Whether a change was begun and its end was not noted, so that a refresh may be owed. */
    boolean isBegun(DomainName zone);

    /**
     * Notes that a change begins; called right before its first write.
     *
     * @param before the way back; that of a change which broke off is kept until its end, as it leads back further
     */
    void begin(ZoneSnapshot before);

    /** Notes that a change was begun, and wrote nothing. */
    void nothingWritten(DomainName zone);

    /** Notes that record sets of the zone are as they were wished, and served. */
    void end(DomainName zone, List<RecordSet> sets);
}
