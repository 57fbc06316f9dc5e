// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * The data of a record in one normal spelling for everything that name servers answer the same way: names absolute and
 * in lower case, addresses in their shortest form, hexadecimal digits in lower case, strings in quotation marks.
 *
 * <p>The common types are parsed here; the others by dnsjava, through its canonical wire form.
 */
final class RecordData {

    /** A CAA in normal spelling, as almost all are: dnsjava is slow. */
    private static final Pattern PLAIN_CAA = Pattern.compile("(0|128) [a-z0-9]{1,15} \"[a-zA-Z0-9 .,:;=/@_-]{0,255}\"");

    private RecordData() {}

    static String canonical(String origin, RecordType type, String target) throws MalformedException {
        String text = target.strip();
        refuseStrayCharacters(text);
        return switch (type) {
            case A -> Addresses.v4(text);
            case AAAA -> Addresses.v6(text);
            case CNAME, DNAME, NS, PTR -> NameText.absolute(single(text), origin);
            case MX -> numbersAndName(origin, text, 1);
            case SRV -> numbersAndName(origin, text, 3);
            case TXT, SPF, DKIM, DMARC ->
                throw new IllegalArgumentException("texts are read by TextChunks, not as " + type);
            case CAA -> PLAIN_CAA.matcher(text).matches() ? text : caa(parsed(origin, type, text));
            case TLSA, SSHFP -> parsed(origin, type, text).rdataToString().toLowerCase(Locale.ROOT);
            case HTTPS, SVCB -> SvcbText.of(origin, type, withAsciiName(origin, text, 1));
            case RP -> canonical(parsed(origin, type, withAsciiName(origin, withAsciiName(origin, text, 0), 1)));
            case NAPTR -> canonical(parsed(origin, type, withAsciiName(origin, text, -1)));
            case LOC -> canonical(parsed(origin, type, text));
        };
    }

    /** Comments, continuations and line ends belong to zone files, not to a target. */
    private static void refuseStrayCharacters(String text) throws MalformedException {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' || c == '\r' || c == 0) {
                throw new MalformedException("a target is a single line");
            } else if (!quoted && (c == ';' || c == '(' || c == ')')) {
                throw new MalformedException("the character " + c + " is not allowed outside quotation marks");
            }
        }
        if (quoted) {
            throw new MalformedException("a quotation mark is opened and not closed");
        }
    }

    private static String single(String text) throws MalformedException {
        if (text.isEmpty()) {
            throw new MalformedException("it is empty");
        }
        if (words(text).length != 1) {
            throw new MalformedException("it is more than one name");
        }
        return text;
    }

    private static String numbersAndName(String origin, String text, int numbers) throws MalformedException {
        String[] words = words(text);
        if (words.length != numbers + 1) {
            throw new MalformedException("it has " + words.length + " parts and not " + (numbers + 1));
        }
        var canonical = new StringBuilder();
        for (int i = 0; i < numbers; i++) {
            canonical.append(number16(words[i])).append(' ');
        }
        return canonical.append(NameText.absolute(words[numbers], origin)).toString();
    }

    private static int number16(String word) throws MalformedException {
        if (word.length() > 5 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new MalformedException("\"" + word + "\" is not a number from 0 to 65535");
        }
        int value = Integer.parseInt(word);
        if (value > 65_535) {
            throw new MalformedException("\"" + word + "\" is not a number from 0 to 65535");
        }
        return value;
    }

    /**
     * The parts between spaces; one empty part if there is nothing. Without regular expressions, because every record
     * passes here.
     */
    static String[] words(String text) {
        List<String> words = new ArrayList<>(4);
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at > start) {
                words.add(text.substring(start, at));
            }
            at++;
        }
        return words.isEmpty() ? new String[] {""} : words.toArray(String[]::new);
    }

    /**
     * Replaces the name at a position, counted from the end when negative, by its absolute ASCII form, because dnsjava
     * does not know IDN.
     */
    private static String withAsciiName(String origin, String text, int place) throws MalformedException {
        String[] words = words(text);
        int at = place < 0 ? words.length + place : place;
        if (at >= words.length || words[0].startsWith("\\#")) {
            return text;
        }
        String name = NameText.absolute(words[at], origin);
        int start = place < 0 ? text.lastIndexOf(words[at]) : startOf(text, at);
        return text.substring(0, start) + name + text.substring(start + words[at].length());
    }

    private static int startOf(String text, int word) {
        int at = 0;
        for (int i = 0; i < word; i++) {
            while (!Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    static Record parsed(String origin, RecordType type, String text) throws MalformedException {
        try {
            Name apex = Name.fromString(origin);
            Record record = Record.fromString(apex, type.number(), DClass.IN, 0, text, apex);
            record.rdataToWireCanonical(); // Some errors appear only when it is written.
            return record;
        } catch (IOException e) {
            throw new MalformedException(NameText.reason(e));
        } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            // dnsjava throws these for some texts that it cannot parse, such as base64 of a wrong length.
            throw new MalformedException("a part of it cannot be read");
        }
    }

    /** Through the canonical wire form, in which all names are in lower case. */
    private static String canonical(Record record) {
        byte[] wire = record.rdataToWireCanonical();
        return ofWire(record, wire).rdataToString();
    }

    static Record ofWire(Record like, byte[] wire) {
        return Record.newRecord(like.getName(), like.getType(), DClass.IN, 0, wire.length, wire);
    }

    /** Tags of CAA are not case-sensitive (RFC 8659); values are. */
    private static String caa(Record record) {
        String text = record.rdataToString();
        int value = text.indexOf('"');
        return text.substring(0, value).toLowerCase(Locale.ROOT) + text.substring(value);
    }
}
