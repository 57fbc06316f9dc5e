// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The checks of a record's data, type by type, after it was parsed; all read the normal form. */
final class DataChecks {

    private static final Pattern TAG = Pattern.compile("[a-z0-9]+");
    private static final Set<String> CAA_TAGS =
            Set.of("issue", "issuewild", "issuemail", "issuevmc", "iodef", "contactemail", "contactphone");
    private static final Pattern CAA_ISSUER = Pattern.compile("\\s*([a-zA-Z0-9.-]*)\\s*(;.*)?", Pattern.DOTALL);

    private DataChecks() {}

    static void problems(RecordType type, String data, List<String> found) {
        String[] words = RecordData.words(data);
        switch (type) {
            case MX -> mx(words, found);
            case SRV -> srv(words, found);
            case CAA -> caa(words, data, found);
            case TLSA -> tlsa(words, found);
            case SSHFP -> sshfp(words, found);
            case NAPTR -> naptr(data, found);
            case HTTPS, SVCB -> svcb(words, found);
            case A, AAAA, CNAME, DKIM, DMARC, DNAME, LOC, NS, PTR, RP, SPF, TXT -> {
                // Valid syntax is enough: no part of these depends on another part.
            }
        }
    }

    private static void mx(String[] words, List<String> found) {
        if (words[1].equals(".") && !words[0].equals("0")) {
            found.add("an MX that accepts no mail is written 0 . (RFC 7505)");
        }
    }

    private static void srv(String[] words, List<String> found) {
        if (words[2].equals("0") && !words[3].equals(".")) {
            found.add("its port is 0, which is never used");
        }
    }

    private static void caa(String[] words, String data, List<String> found) {
        String tag = words[1];
        if (!TAG.matcher(tag).matches()) {
            found.add("its tag " + tag + " has characters other than letters and digits");
        } else if (!CAA_TAGS.contains(tag)) {
            found.add("its tag " + tag + " is not one of "
                    + String.join(", ", CAA_TAGS.stream().sorted().toList()));
        }
        String value = data.substring(data.indexOf('"') + 1, data.length() - 1);
        if (tag.startsWith("issue") && !CAA_ISSUER.matcher(value).matches()) {
            found.add("its value " + RecordCheck.shown(value) + " has no issuer: a name, and parameters after a ;");
        }
        if (tag.equals("iodef") && !value.matches("(mailto:|https?://).+")) {
            found.add("its value " + RecordCheck.shown(value) + " is not a mailto:, http:// or https:// address");
        }
    }

    private static void tlsa(String[] words, List<String> found) {
        range("usage", words[0], 3, found);
        range("selector", words[1], 1, found);
        range("matching type", words[2], 2, found);
        int digits = words.length < 4 ? 0 : words[3].length();
        if (words[2].equals("1")) {
            digits("SHA-256", digits, 64, found);
        } else if (words[2].equals("2")) {
            digits("SHA-512", digits, 128, found);
        }
    }

    private static void sshfp(String[] words, List<String> found) {
        if (!Set.of("1", "2", "3", "4", "6").contains(words[0])) {
            found.add("its algorithm is " + words[0] + ", but the known ones are 1, 2, 3, 4 and 6");
        }
        int digits = words.length < 3 ? 0 : words[2].length();
        switch (words[1]) {
            case "1" -> digits("SHA-1", digits, 40, found);
            case "2" -> digits("SHA-256", digits, 64, found);
            default -> found.add("its type of fingerprint is " + words[1] + ", but the known ones are 1 and 2");
        }
    }

    private static void range(String what, String word, int most, List<String> found) {
        if (Integer.parseInt(word) > most) {
            found.add("its " + what + " is " + word + ", but the known ones are 0 to " + most);
        }
    }

    private static void digits(String what, int digits, int right, List<String> found) {
        if (digits != right) {
            found.add("a " + what + " has " + right + " hexadecimal digits, not " + digits);
        }
    }

    /** RFC 3403, 4.1: a rule has a regular expression or a replacement, and the flags are letters and digits. */
    private static void naptr(String data, List<String> found) {
        String[] parts = data.split(" ", 4);
        if (!parts[2].matches("\"[A-Za-z0-9]*\"")) {
            found.add("its flags " + parts[2] + " are not only letters and digits");
        }
        boolean replaces = !data.endsWith(" .");
        boolean matches = !data.contains("\"\" " + data.substring(data.lastIndexOf(' ') + 1));
        if (replaces && matches) {
            found.add("it has both a regular expression and a replacement, but only one is allowed; write . or \"\"");
        }
    }

    /** RFC 9460: mandatory parameters must be present. That an alias has no parameters is checked when it is parsed. */
    private static void svcb(String[] words, List<String> found) {
        List<String> keys = Arrays.stream(words, 2, words.length)
                .map(word -> word.replaceFirst("=.*", ""))
                .toList();
        for (String word : words) {
            if (word.startsWith("mandatory=")) {
                for (String key : word.substring("mandatory=".length()).split(",")) {
                    if (!keys.contains(key)) {
                        found.add("it says that " + key + " is mandatory, but does not have it");
                    }
                }
            }
        }
        if (keys.contains("no-default-alpn") && !keys.contains("alpn")) {
            found.add("it has no-default-alpn without alpn, which leaves no protocol");
        }
    }
}
