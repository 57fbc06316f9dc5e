// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.portfolio;

import io.github.camelovh.domain.api.model.ContactSummary;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.api.model.NameServer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A name of the account, from {@code GET /domain/{serviceName}}.
 *
 * @param name the name
 * @param expires when it expires at its registry; null if the API does not say
 * @param since when the account got it; null before it was read, because that is another call
 * @param state OVHcloud's word: ok, expired, restorable and others
 * @param renewalState OVHcloud's word: automatic_renew, manual_renew, unpaid, cancellation_requested and others
 * @param suspensionState OVHcloud's word
 * @param lock its transfer lock: locked, unlocked, unavailable and others
 * @param dnssec OVHcloud's word: enabled, disabled and others
 * @param nameServers host names
 * @param owner number of its owner contact; null if the API does not say
 * @param admin nichandle; null if the API does not say
 * @param tech nichandle; null if the API does not say
 * @param billing nichandle; null if the API does not say
 * @param serviceId for {@code /service}; null if the API does not say
 * @param tags the account's own tags; null if the API does not say
 * @param updated when it was last changed; null if the API does not say
 */
public record HeldName(
        DomainName name,
        LocalDate expires,
        LocalDate since,
        String state,
        String renewalState,
        String suspensionState,
        String lock,
        String dnssec,
        List<String> nameServers,
        String owner,
        String admin,
        String tech,
        String billing,
        Long serviceId,
        Map<String, String> tags,
        Instant updated) {
    public HeldName {
        Objects.requireNonNull(name);
        nameServers = List.copyOf(nameServers);
        tags = tags == null ? null : Map.copyOf(tags);
    }

    /** Converts the API's form. */
    public static HeldName of(DomainService told) {
        return new HeldName(
                DomainName.of(told.domain()),
                told.expirationDate() == null ? null : told.expirationDate().toLocalDate(),
                null,
                told.state(),
                told.renewalState(),
                told.suspensionState(),
                told.transferLockStatus(),
                told.dnssecState(),
                told.nameServers().stream()
                        .map(NameServer::nameServer)
                        .filter(Objects::nonNull)
                        .toList(),
                told.whoisOwner() == null ? idOf(told.contactOwner()) : told.whoisOwner(),
                idOf(told.contactAdmin()),
                idOf(told.contactTech()),
                idOf(told.contactBilling()),
                told.serviceId(),
                told.iam() == null ? null : told.iam().tags(),
                told.lastUpdate() == null ? null : told.lastUpdate().toInstant());
    }

    private static String idOf(ContactSummary contact) {
        return contact == null ? null : contact.id();
    }

    /** The same name with the day on which the account got it. */
    public HeldName since(LocalDate day) {
        return new HeldName(
                name,
                expires,
                day,
                state,
                renewalState,
                suspensionState,
                lock,
                dnssec,
                nameServers,
                owner,
                admin,
                tech,
                billing,
                serviceId,
                tags,
                updated);
    }

    /** Everything after the first dot. */
    public String extension() {
        return name.ascii().substring(name.ascii().indexOf('.') + 1);
    }
}
