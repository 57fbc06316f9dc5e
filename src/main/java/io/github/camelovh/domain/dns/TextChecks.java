// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks of texts. Only the types SPF, DKIM and DMARC are checked by content, as the API does; a TXT may contain
 * anything.
 */
final class TextChecks {

    private static final Set<String> DKIM_TAGS = Set.of("v", "g", "h", "k", "n", "p", "s", "t");
    private static final Set<String> DMARC_TAGS =
            Set.of("v", "p", "sp", "np", "adkim", "aspf", "fo", "pct", "psd", "rf", "ri", "rua", "ruf", "t");
    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]*={0,2}\\s*");
    private static final Pattern SPF_TERM = Pattern.compile(
            "[+?~-]?(all|(include|exists):.+|(a|mx|ptr)([:/].*)?|ip4:[0-9./]+|ip6:[0-9a-f:./]+)"
                    + "|[a-z][a-z0-9._-]*=.*",
            Pattern.CASE_INSENSITIVE);

    private TextChecks() {}

    static void problems(ZoneRecord record, TextChunks chunks, List<String> found) {
        if (record.type() == RecordType.TXT) {
            return;
        }
        String text = chunks.text().strip();
        if (text.isEmpty()) {
            found.add("its text is empty");
            return;
        }
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"')) {
            found.add("its text has characters other than plain ASCII, or contains quotation marks");
        }
        switch (record.type()) {
            case SPF -> spf(text, found);
            case DKIM -> dkim(text, found);
            case DMARC -> dmarc(text, found);
            default -> throw new IllegalStateException("no text: " + record.type());
        }
    }

    private static void spf(String text, List<String> found) {
        String[] terms = text.split(" +");
        if (!terms[0].equalsIgnoreCase("v=spf1")) {
            found.add("an SPF begins with v=spf1");
            return;
        }
        for (int i = 1; i < terms.length; i++) {
            if (!SPF_TERM.matcher(terms[i]).matches()) {
                found.add("the term " + RecordCheck.shown(terms[i]) + " of the SPF is not in RFC 7208");
            }
        }
    }

    private static void dkim(String text, List<String> found) {
        Map<String, String> tags = tags("DKIM", text, DKIM_TAGS, found);
        if (tags.containsKey("v") && !(first(text).equals("v") && tags.get("v").equals("DKIM1"))) {
            found.add("a DKIM that has v= begins with v=DKIM1");
        }
        if (!tags.containsKey("p")) {
            found.add("the DKIM has no p=, the public key; an empty one revokes it");
        } else if (!BASE64.matcher(tags.get("p")).matches()) {
            found.add("the p= of the DKIM is not base64");
        }
    }

    private static void dmarc(String text, List<String> found) {
        Map<String, String> tags = tags("DMARC", text, DMARC_TAGS, found);
        if (!first(text).equals("v") || !"DMARC1".equals(tags.get("v"))) {
            found.add("a DMARC begins with v=DMARC1");
        }
        for (String tag : List.of("p", "sp", "np")) {
            String policy = tags.get(tag);
            if (policy != null && !POLICIES.contains(policy.toLowerCase(Locale.ROOT))) {
                found.add("the " + tag + "= of the DMARC is none, quarantine or reject, not " + policy);
            }
        }
        if (!tags.containsKey("p")) {
            found.add("the DMARC has no p=, the policy");
        }
        String share = tags.get("pct");
        if (share != null && !share.matches("\\d\\d?|100")) {
            found.add("the pct= of the DMARC is between 0 and 100, not " + share);
        }
    }

    private static String first(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? "" : text.substring(0, equals).strip();
    }

    private static Map<String, String> tags(String what, String text, Set<String> known, List<String> found) {
        Map<String, String> tags = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (String part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            String tag = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            if (equals < 0) {
                found.add("the part " + RecordCheck.shown(tag) + " of the " + what + " is not tag=value");
            } else if (!known.contains(tag)) {
                found.add("the tag " + RecordCheck.shown(tag) + " is not a tag of a " + what);
            } else if (tags.put(tag, part.substring(equals + 1).strip()) != null && twice.add(tag)) {
                found.add("the tag " + tag + " is twice in the " + what);
            }
        }
        return tags;
    }
}
