// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The API's checks of a record, with its messages where they are known. Pure. */
public final class EntryCheck {
    private static final Pattern LABELS = Pattern.compile("[A-Za-z0-9_*/-]{1,63}(\\.[A-Za-z0-9_*/-]{1,63})*");
    private static final Pattern CAA = Pattern.compile("\\d{1,3}\\s+[A-Za-z0-9]+\\s+\".*\"");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Set<String> DKIM = Set.of("v", "g", "h", "k", "n", "p", "s", "t");
    private static final Set<String> DMARC =
            Set.of("v", "p", "sp", "np", "psd", "t", "adkim", "aspf", "pct", "rf", "ri", "rua", "ruf", "fo");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]*");
    private static final int LONGEST_NAME = 253;
    private static final long SHORTEST_TTL = 60;
    private static final long LONGEST_TTL = Integer.MAX_VALUE;

    private EntryCheck() {}

    /** The message of a 400 answer; empty if the record is accepted. */
    public static Optional<String> problem(String zone, ZoneEntry entry) {
        return place(zone, entry).or(() -> target(zone, entry));
    }

    /** The problem with the record's name or TTL. */
    static Optional<String> place(String zone, ZoneEntry entry) {
        if (!entry.subDomain().isEmpty()
                && (!LABELS.matcher(entry.subDomain()).matches()
                        || entry.subDomain().length() + zone.length() + 1 > LONGEST_NAME)) {
            return Optional.of("Invalid subDomain " + entry.subDomain());
        }
        if (entry.ttl() != 0 && (entry.ttl() < SHORTEST_TTL || entry.ttl() > LONGEST_TTL)) {
            return Optional.of("Invalid ttl " + entry.ttl() + ": 0 or at least " + SHORTEST_TTL);
        }
        return Optional.empty();
    }

    private static Optional<String> target(String zone, ZoneEntry entry) {
        if (entry.target().isBlank() || CONTROL.matcher(entry.target()).find()) {
            return Optional.of(invalid(zone, entry));
        }
        return switch (entry.fieldType()) {
            case "DKIM" -> subfields("DKIM", entry.target(), DKIM).or(() -> dkim(zone, entry));
            case "DMARC" ->
                entry.subDomain().matches("_dmarc(\\..+)?")
                        ? subfields("DMARC", entry.target(), DMARC).or(() -> dmarc(zone, entry))
                        : Optional.of("Invalid subDomain " + entry.subDomain()
                                + " for DMARC record: it has to begin with _dmarc");
            case "SPF" ->
                ZoneText.plain(entry.target()).regionMatches(true, 0, "v=spf1", 0, 6)
                        ? Optional.empty()
                        : Optional.of(invalid(zone, entry));
            case "TXT" -> Optional.empty();
            case "CAA" -> CAA.matcher(entry.target()).matches() ? form(zone, entry) : Optional.of(invalid(zone, entry));
            case "MX", "NS" ->
                entry.target().contains("_")
                        ? Optional.of("Invalid domain name, underscore not allowed")
                        : form(zone, entry);
            default -> form(zone, entry);
        };
    }

    private static String invalid(String zone, ZoneEntry entry) {
        return "Invalid target for " + entry.fieldType() + " record " + entry.inError(zone);
    }

    private static Optional<String> form(String zone, ZoneEntry entry) {
        try {
            WireForm.of(entry, WireForm.zone(zone), SHORTEST_TTL);
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(invalid(zone, entry));
        }
    }

    private static List<String> parts(String target) {
        return Pattern.compile(";").splitAsStream(target).map(String::strip).toList();
    }

    private static Optional<String> subfields(String type, String target, Set<String> known) {
        return parts(target).stream()
                .filter(part -> !part.isEmpty())
                .filter(part -> !part.contains("=")
                        || !known.contains(part.substring(0, part.indexOf('=')).strip()))
                .findFirst()
                .map(part -> "Invalid subfield found in " + type + " : " + part);
    }

    private static Optional<String> dkim(String zone, ZoneEntry entry) {
        boolean right = parts(entry.target()).stream()
                .anyMatch(part -> part.matches("p\\s*=.*")
                        && BASE64.matcher(part.replaceFirst("p\\s*=", "")).matches());
        boolean version = parts(entry.target()).stream()
                .allMatch(part ->
                        !part.matches("v\\s*=.*") || part.replaceAll("\\s", "").equals("v=DKIM1"));
        return right && version ? Optional.empty() : Optional.of(invalid(zone, entry));
    }

    private static Optional<String> dmarc(String zone, ZoneEntry entry) {
        List<String> parts = parts(entry.target());
        boolean right = parts.get(0).replaceAll("\\s", "").equals("v=DMARC1")
                && parts.stream().anyMatch(part -> part.matches("p\\s*=\\s*(?i:none|quarantine|reject)"));
        return right ? Optional.empty() : Optional.of(invalid(zone, entry));
    }
}
