// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Comparator;

/**
 * A record with its form, so that the form is worked out once.
 *
 * @param held the record and its id; id 0 where it is wished for
 * @param form its normal form
 */
record Entry(HeldRecord held, RecordForm form) {

    private static final Comparator<Entry> WITHIN_A_NAME = Comparator.comparing((Entry entry) -> entry.form.type())
            .thenComparing(entry -> entry.form.data())
            .thenComparing(entry -> entry.form.ttl())
            .thenComparing(entry -> entry.held.value().type())
            .thenComparing(entry -> entry.held.value().target())
            .thenComparing(entry -> entry.held.value().subDomain())
            .thenComparing(entry -> entry.held.value().ttl())
            .thenComparing(entry -> entry.held.id());

    /**
     * By name, apex first, then type and data: the order of plans and files, and the same whatever order the API lists. The
     * name decides nearly always, so the rest hangs on one branch.
     */
    static final Comparator<Entry> ORDER =
            Comparator.comparing((Entry entry) -> entry.form.owner()).thenComparing(WITHIN_A_NAME);

    static Entry of(DomainName zone, HeldRecord held, long zoneTtl) {
        return new Entry(held, RecordForm.of(zone, held.value(), zoneTtl));
    }

    static Entry of(DomainName zone, ZoneRecord wished, long zoneTtl) {
        return of(zone, new HeldRecord(0, wished), zoneTtl);
    }

    ZoneRecord value() {
        return held.value();
    }

    /** The record as it is best sent, see {@link RecordForm#toApi}; what the form has already is not read again. */
    ZoneRecord toApi(DomainName zone) {
        return form.readable() && !type().isText()
                ? new ZoneRecord(form.owner(), type(), form.data(), value().ttl())
                : RecordForm.toApi(zone, value());
    }

    RecordType type() {
        return held.value().type();
    }

    String owner() {
        return form.owner();
    }

    boolean isApexNs() {
        return owner().isEmpty() && type() == RecordType.NS;
    }
}
