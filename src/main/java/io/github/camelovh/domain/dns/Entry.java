// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Comparator;

/**
 * A record with its normal form, so that the form is computed once.
 *
 * @param held the record and its id; id 0 for a desired record
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
     * By name, apex first, then type and data: the order of plans and files, independent of the API's order. The name
     * decides almost always, so everything else is in one branch.
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

    /**
     * The record in its best form for sending, see {@link RecordForm#toApi}; parts that the form already has are not
     * parsed again.
     */
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
