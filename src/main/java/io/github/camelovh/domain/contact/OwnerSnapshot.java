// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.portfolio.PortfolioScan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All owners of all names, read in a few calls once several names were asked for: a change of a whole portfolio is planned without
 * a call for each name. Only plans rely on it; what is changed is read anew. Thread-safe.
 */
public final class OwnerSnapshot {
    /** So many names are asked for one by one before all are read. */
    private static final int FEW = 5;

    private static final Duration FRESH = Duration.ofMinutes(2);

    private final OwnerContacts ownerContacts;
    private final PortfolioScan scan;
    private final Clock clock;
    private Picture picture;
    private int asked;
    private Instant askedSince = Instant.MIN;

    /** Who owns what, as it was at a time. */
    private record Picture(Instant at, Map<String, Long> owners, Map<Long, OwnerContact> contacts) {}

    public OwnerSnapshot(OwnerContacts ownerContacts, PortfolioScan scan, Clock clock) {
        this.ownerContacts = ownerContacts;
        this.scan = scan;
        this.clock = clock;
    }

    /**
     * The owner of a name.
     *
     * @throws io.github.camelovh.domain.api.OvhApiException if OVHcloud cannot be asked, or the name is not there
     */
    OwnerContact ownerOf(DomainName name) {
        Picture all = picture();
        Long id = all == null ? null : all.owners().get(name.ascii());
        OwnerContact known = id == null ? null : all.contacts().get(id);
        return known == null ? ownerContacts.read(ownerContacts.ownerOf(name)) : known;
    }

    /** The names that a contact owns. */
    List<String> namesOf(long contact) {
        Picture all = picture();
        if (all == null) {
            return ownerContacts.namesOf(contact);
        }
        List<String> names = new ArrayList<>();
        all.owners().forEach((name, owner) -> {
            if (owner == contact) {
                names.add(name);
            }
        });
        return names;
    }

    /** What was read is not as it was any more. */
    synchronized void forget() {
        picture = null;
    }

    /** Null while few names were asked for. */
    private synchronized Picture picture() {
        Instant now = clock.instant();
        if (picture != null && picture.at().plus(FRESH).isAfter(now)) {
            return picture;
        }
        if (askedSince.plus(FRESH).isBefore(now)) {
            asked = 0;
            askedSince = now;
        }
        if (++asked <= FEW) {
            return null;
        }
        Map<String, Long> owners = new HashMap<>();
        scan.scan(held -> {
            if (held.owner() != null) {
                owners.put(held.name().ascii(), Long.valueOf(held.owner()));
            }
        });
        Map<Long, OwnerContact> contacts = new HashMap<>();
        ownerContacts.all().forEach(contact -> contacts.put(contact.id(), contact));
        picture = new Picture(now, owners, contacts);
        return picture;
    }
}
