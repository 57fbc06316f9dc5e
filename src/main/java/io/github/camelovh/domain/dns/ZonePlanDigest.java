// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The digest of a plan: zone, serial, every write in order, with ids, and whether one import makes them all. Reasons
 * and counts are not included, because they change nothing. Each text is preceded by its length, so that no two plans
 * have the same bytes.
 */
final class ZonePlanDigest {

    private final MessageDigest sha256;

    private ZonePlanDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(DomainName zone, long serial, List<ZoneChange> changes, boolean byImport) {
        var digest = new ZonePlanDigest();
        digest.add("zone plan 1").add(zone.ascii()).add(Long.toString(serial));
        for (ZoneChange change : changes) {
            if (change instanceof ZoneChange.Create create) {
                digest.add("+").add(create.record());
            } else if (change instanceof ZoneChange.Update update) {
                digest.add("~").add(update.before()).add(update.after());
            } else if (change instanceof ZoneChange.Delete delete) {
                digest.add("-").add(delete.record());
            }
        }
        if (byImport) {
            digest.add("by one import");
        }
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    private ZonePlanDigest add(HeldRecord held) {
        return add(Long.toString(held.id())).add(held.value());
    }

    private ZonePlanDigest add(ZoneRecord record) {
        return add(record.subDomain())
                .add(record.type().name())
                .add(record.target())
                .add(Long.toString(record.ttl()));
    }

    private ZonePlanDigest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
        return this;
    }
}
