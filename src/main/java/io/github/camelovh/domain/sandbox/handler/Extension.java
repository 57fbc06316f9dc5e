// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * One extension of the price list. Amounts are cents without tax.
 *
 * @param name without a leading dot, e.g. {@code co.uk}
 * @param generic whether it is a gTLD, not a country's
 * @param transfer price of a transfer; below 0 if none is offered
 * @param discount discount of the first year; 0 for none
 * @param years longest registration
 * @param lock whether the registry has a transfer lock
 * @param code whether a transfer needs an auth code
 * @param transferDays how long a transfer takes at the registry
 * @param shortest minimum number of characters of a label
 * @param wants the data that the registry asks for besides a contact
 */
record Extension(
        String name,
        boolean generic,
        long first,
        long renew,
        long transfer,
        long discount,
        int years,
        boolean lock,
        boolean code,
        int transferDays,
        boolean dnssec,
        boolean idn,
        int shortest,
        boolean premium,
        String place,
        String theme,
        Set<String> wants) {

    private static final int LONGEST_LABEL = 63;

    boolean wants(String what) {
        return wants.contains(what);
    }

    /** Whether names can be transferred to OVHcloud. */
    boolean transferable() {
        return transfer >= 0;
    }

    /** Whether a transfer starts with a tag that the losing registrar sets, not with a code. */
    boolean byTag() {
        return name.equals("uk") || name.endsWith(".uk");
    }

    /** The answer of {@code registryConfigurations}. */
    ObjectNode registryConfigurations() {
        List<Long> months =
                LongStream.rangeClosed(1, years).map(year -> 12 * year).boxed().toList();
        return Json.object(
                "dns", Json.object("isDNSSECSupported", dnssec, "minNumber", 2, "maxNumber", 13),
                "domain",
                        Json.object(
                                "extension_type",
                                generic ? "gtld" : "cctld",
                                "isPremiumSupported",
                                premium,
                                "label",
                                Json.object("isIDNSupported", idn, "minLength", shortest, "maxLength", LONGEST_LABEL)),
                "lifecycle",
                        Json.object(
                                "create",
                                Json.object("allowedPeriodsInMonths", months),
                                "order",
                                Json.object("active", true, "minMonths", 12, "maxMonths", 12 * years),
                                "renew",
                                Json.object("allowedPeriodsInMonths", months, "gracePeriodInDays", Age.GRACE_DAYS),
                                "restore",
                                Json.object("gracePeriodInDays", Age.REDEMPTION_DAYS),
                                "transfer",
                                Json.object("allowedPeriodsInMonths", List.of(12), "includeRenew", generic)));
    }
}
