// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xbill.DNS.TTL;
import org.xbill.DNS.Type;

/**
 * Parses one zone file. It continues after an error, so that all errors are reported at once. Not thread-safe, for one
 * use.
 */
final class ZoneFileReader {

    private static final int MOST_REFUSALS = 1_000;
    private static final Pattern BARE_MARK = Pattern.compile("(?<!\\\\)\"");
    private static final Set<String> OTHER_CLASSES = Set.of("CH", "CHAOS", "HS", "HESIOD", "ANY", "NONE");
    private static final Set<String> SIGNATURES =
            Set.of("DNSKEY", "RRSIG", "NSEC", "NSEC3", "NSEC3PARAM", "CDS", "CDNSKEY");

    private final DomainName zone;
    private final ZoneFileRules rules;
    private final String apex;
    private final List<Entry> entries = new ArrayList<>();
    private final IdentityHashMap<Entry, Integer> lines = new IdentityHashMap<>();
    private final List<RecordRefusal> refusals = new ArrayList<>();
    private String origin;
    private String lastOwner;
    private long fileTtl;
    private long ttlInForce;
    private ZoneSoa soa;

    ZoneFileReader(DomainName zone, ZoneFileRules rules) {
        this.zone = zone;
        this.rules = rules;
        this.apex = zone.ascii() + ".";
        this.origin = apex;
    }

    ZoneFile read(String text) {
        var statements = new ZoneFileStatements(text);
        try {
            for (var statement = statements.next(); statement != null; statement = statements.next()) {
                statement(statement);
                if (entries.size() >= ZoneFile.TOO_MANY) {
                    throw ZoneFile.refused(
                            zone,
                            statement.line(),
                            "the file has " + ZoneFile.TOO_MANY
                                    + " records or more, but only files with fewer records are read");
                }
            }
        } catch (ZoneFileStatements.BrokenException e) {
            refusals.add(new RecordRefusal(e.line(), e.getMessage()));
            throw new InvalidZoneFileException(zone, refusals);
        }
        if (!rules.lenient()) {
            judge();
            if (!refusals.isEmpty()) {
                refusals.sort(Comparator.comparingInt(RecordRefusal::line));
                throw new InvalidZoneFileException(zone, refusals);
            }
        }
        return new ZoneFile(zone, entries.stream().map(Entry::value).toList(), soa, fileTtl, refusals);
    }

    private void judge() {
        for (Entry entry : entries) {
            if (entry.type() == RecordType.CNAME && entry.owner().isEmpty()) {
                refusals.add(new RecordRefusal(
                        lines.get(entry), "a CNAME is not allowed at the apex, which has SOA and" + " NS"));
            }
        }
        for (Conflict conflict : Conflict.among(zone, entries, name -> true)) {
            refusals.add(new RecordRefusal(lines.get(conflict.entry()), conflict.sentence()));
        }
        if (rules.apexNsRequired() && entries.stream().noneMatch(Entry::isApexNs)) {
            refusals.add(new RecordRefusal(
                    0, "there is no NS record for " + zone + " itself, so it is not a whole" + " zone"));
        }
    }

    private void statement(ZoneFileStatements.Statement statement) {
        try {
            String first = statement.words().get(0);
            if (first.startsWith("$") && !statement.indented()) {
                directive(first.toUpperCase(Locale.ROOT), statement.words());
            } else {
                record(statement);
            }
        } catch (MalformedException e) {
            if (refusals.size() < MOST_REFUSALS) {
                refusals.add(new RecordRefusal(statement.line(), e.getMessage()));
            }
        }
    }

    private void directive(String name, List<String> words) throws MalformedException {
        switch (name) {
            case "$ORIGIN" -> {
                exactly(words, name);
                origin = NameText.absolute(words.get(1), origin);
            }
            case "$TTL" -> {
                exactly(words, name);
                ttlInForce = ttl(words.get(1));
                fileTtl = fileTtl == 0 ? ttlInForce : fileTtl;
            }
            case "$INCLUDE" ->
                throw new MalformedException("$INCLUDE is refused, because a zone file must be complete");
            case "$GENERATE" -> throw new MalformedException("$GENERATE is refused; write its records out");
            default -> throw new MalformedException("there is no directive " + name);
        }
    }

    private static void exactly(List<String> words, String name) throws MalformedException {
        if (words.size() != 2) {
            throw new MalformedException(name + " needs one word, not " + (words.size() - 1));
        }
    }

    private void record(ZoneFileStatements.Statement statement) throws MalformedException {
        List<String> words = statement.words();
        int at = 0;
        if (!statement.indented()) {
            // Set before it is checked: the following records belong to this name even if the record is refused.
            lastOwner = NameText.absolute(words.get(at++), origin);
        } else if (lastOwner == null) {
            throw new MalformedException("the first record has no name");
        }
        String owner = NameText.relative(lastOwner, apex);
        Long given = null;
        boolean classSeen = false;
        while (at < words.size()) {
            String word = words.get(at).toUpperCase(Locale.ROOT);
            if (word.equals("IN") && !classSeen) {
                classSeen = true;
            } else if (OTHER_CLASSES.contains(word)) {
                throw new MalformedException("the class " + word + " is refused; only IN is supported");
            } else if (given == null && Character.isDigit(word.charAt(0))) {
                given = ttl(word);
            } else {
                break;
            }
            at++;
        }
        if (at == words.size()) {
            throw new MalformedException("the record has no type");
        }
        data(statement.line(), owner, words.get(at), words.subList(at + 1, words.size()), given);
    }

    private void data(int line, String owner, String typeWord, List<String> words, Long given)
            throws MalformedException {
        if (typeWord.equalsIgnoreCase("SOA")) {
            soa(owner, words);
            return;
        }
        Optional<RecordType> type = RecordType.named(typeWord);
        if (type.isEmpty()) {
            throw new MalformedException(unknown(typeWord.toUpperCase(Locale.ROOT)));
        }
        if (words.isEmpty()) {
            throw new MalformedException("the " + type.get() + " has no data; write it as "
                    + type.get().example());
        }
        String target;
        try {
            target = RecordForm.text(origin, type.get(), joined(type.get(), words));
        } catch (MalformedException e) {
            throw new MalformedException("the data of the " + type.get() + " cannot be read: " + e.getMessage()
                    + "; write it as " + type.get().example());
        }
        Entry entry = Entry.of(zone, new ZoneRecord(owner, type.get(), target, effective(given)), 0);
        entries.add(entry);
        lines.put(entry, line);
    }

    /** In a zone file every word of a TXT is a string of its own; the API would read unquoted words as one text. */
    private static String joined(RecordType type, List<String> words) {
        return type != RecordType.TXT
                ? String.join(" ", words)
                : words.stream()
                        .map(word -> word.startsWith("\"")
                                ? word
                                : '"' + BARE_MARK.matcher(word).replaceAll("\\\\\"") + '"')
                        .collect(Collectors.joining(" "));
    }

    private long effective(Long given) throws MalformedException {
        if (given == null) {
            return rules.lenient() ? 0 : ttlInForce;
        }
        if (given == 0 && !rules.lenient()) {
            throw new MalformedException(
                    "a TTL of 0 is not possible: OVHcloud accepts 60 seconds or more, and reads 0 as the default of"
                            + " the zone");
        }
        return given;
    }

    private String unknown(String type) {
        if (type.equals("DS")) {
            return "a zone at OVHcloud has no DS records; those of " + zone + " itself are set at its registry";
        }
        if (SIGNATURES.contains(type)) {
            return "a zone at OVHcloud has no " + type + " records: OVHcloud signs it itself";
        }
        return Type.value(type) > 0
                ? "a zone at OVHcloud has no " + type + " records"
                : "\"" + type + "\" is not a record type";
    }

    private static long ttl(String word) throws MalformedException {
        long ttl;
        try {
            ttl = TTL.parse(word, false);
        } catch (NumberFormatException e) {
            throw new MalformedException("\"" + word + "\" is not a TTL");
        }
        if (ttl > Integer.MAX_VALUE) {
            throw new MalformedException("a TTL is at most " + Integer.MAX_VALUE + " seconds, not " + word);
        }
        return ttl;
    }

    private void soa(String owner, List<String> words) throws MalformedException {
        if (!owner.isEmpty()) {
            throw new MalformedException("an SOA belongs to the zone itself, not to " + owner);
        }
        if (soa != null) {
            throw new MalformedException("there is a second SOA");
        }
        if (words.size() != 7) {
            throw new MalformedException("an SOA has 7 parts, not " + words.size());
        }
        long[] numbers = new long[5];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i == 0 ? serial(words.get(2)) : ttl(words.get(2 + i));
        }
        soa = new ZoneSoa(
                NameText.absolute(words.get(0), origin),
                NameText.absolute(words.get(1), origin),
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4]);
    }

    private static long serial(String word) throws MalformedException {
        try {
            return Integer.toUnsignedLong(Integer.parseUnsignedInt(word));
        } catch (NumberFormatException e) {
            throw new MalformedException("\"" + word + "\" is not a serial");
        }
    }
}
