// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.BillingOrderDetail;
import io.github.camelovh.domain.api.model.DomainName;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One item that an order bought.
 *
 * @param orderId the order
 * @param detailId its number in the order
 * @param names everything in it that looks like a domain name, lower case, in ASCII or in Unicode as it stands there
 */
record OrderLine(long orderId, long detailId, Set<String> names) {
    OrderLine {
        names = Set.copyOf(names);
    }

    static OrderLine of(long orderId, BillingOrderDetail detail) {
        Set<String> names = new HashSet<>();
        String text = (detail.domain() == null ? "" : detail.domain()) + " "
                + (detail.description() == null ? "" : detail.description());
        String composed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        for (String word : composed.split("[^\\p{L}\\p{M}\\p{N}.-]+")) {
            String name = trimmed(word);
            if (name.indexOf('.') > 0) {
                names.add(name);
            }
        }
        return new OrderLine(orderId, detail.orderDetailId(), names);
    }

    /** Removes the full stop after a name at the end of a sentence. */
    private static String trimmed(String word) {
        int end = word.length();
        while (end > 0 && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }

    boolean names(DomainName domain) {
        return namesOf(domain).stream().anyMatch(names::contains);
    }

    /** What a line calls a domain: its ASCII or its Unicode form. */
    static Set<String> namesOf(DomainName domain) {
        return new HashSet<>(List.of(domain.ascii(), domain.unicode()));
    }
}
