// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Converts host names as users write them to lower-case A-labels by UTS 46 (non-transitional, as registries do), and
 * refuses names that look like another name: labels with mixed scripts, or a label of another script that looks like
 * plain Latin.
 */
public final class NameReading {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO);

    private static final SpoofChecker SPOOFS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private static final Map<IDNA.Error, String> SAID = said();

    private NameReading() {}

    /** The result for a name: its A-label form, or a problem and how to correct it. */
    public record Result(String ascii, String problem, String mend) {
        static Result of(String ascii) {
            return new Result(ascii, null, null);
        }

        static Result refused(String problem, String mend) {
            return new Result(null, problem, mend);
        }

        /** Whether the name cannot be registered. */
        public boolean isRefused() {
            return ascii == null;
        }
    }

    /**
     * Reads a name.
     *
     * @param written as users write it, in Unicode or ASCII form
     */
    public static Result read(String written) {
        String name = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        if (name.indexOf("://") >= 0 || name.indexOf('/') >= 0) {
            return Result.refused(
                    "\"" + RowCells.shown(written) + "\" is an address, not a name",
                    "write only the name, such as example.com");
        }
        if (name.indexOf('@') >= 0) {
            return Result.refused(
                    "\"" + RowCells.shown(written) + "\" is an e-mail address, not a name",
                    "write the part after the @");
        }
        Result result = isPlain(name) ? Result.of(name.toLowerCase(Locale.ROOT)) : international(name);
        return result.isRefused() ? result : lengths(result.ascii, written);
    }

    /** Letters, digits, hyphens and dots, without A-labels: ICU need not check such a name. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
            if (!plain || (c == '-' && i + 1 < name.length() && name.charAt(i + 1) == '-')) {
                return false;
            }
        }
        return true;
    }

    private static Result international(String name) {
        if (name.length() > 500) {
            return Result.refused("the name has " + name.length() + " characters", "a name has at most 253 characters");
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder unicode = UTS46.nameToUnicode(name, new StringBuilder(), info);
        if (!info.hasErrors()) {
            Result lookalike = lookalikes(unicode.toString());
            if (lookalike != null) {
                return lookalike;
            }
            StringBuilder ascii = UTS46.nameToASCII(name, new StringBuilder(), info);
            if (!info.hasErrors()) {
                return Result.of(ascii.toString().toLowerCase(Locale.ROOT));
            }
        }
        IDNA.Error first = info.getErrors().iterator().next();
        return Result.refused(
                "\"" + RowCells.shown(name) + "\" is not a domain name: " + SAID.get(first),
                "use letters, digits and single hyphens inside labels, separated by dots");
    }

    private static Result lookalikes(String unicode) {
        String[] labels = unicode.split("\\.", -1);
        boolean asciiExtension = labels[labels.length - 1].chars().allMatch(c -> c < 128);
        for (String label : labels) {
            if (label.isEmpty() || label.chars().allMatch(c -> c < 128)) {
                continue;
            }
            if (SPOOFS.failsChecks(label)) {
                return Result.refused(
                        "\"" + RowCells.shown(label) + "\" mixes scripts or digits that are easily confused ("
                                + scripts(label) + ")",
                        "write the whole label in one script; look for letters that only look Latin");
            }
            String skeleton = SPOOFS.getSkeleton(label);
            if (asciiExtension && !isLatin(label) && skeleton.chars().allMatch(c -> c < 128)) {
                return Result.refused(
                        "\"" + RowCells.shown(label) + "\" is written in " + scripts(label) + " but looks like \""
                                + RowCells.shown(skeleton) + "\"",
                        "write it in Latin letters if that is intended");
            }
        }
        return null;
    }

    private static boolean isLatin(String label) {
        return label.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(s -> s == Character.UnicodeScript.LATIN);
    }

    private static String scripts(String label) {
        return label.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .filter(s -> s != Character.UnicodeScript.COMMON && s != Character.UnicodeScript.INHERITED)
                .map(s -> s.name().charAt(0) + s.name().substring(1).toLowerCase(Locale.ROOT))
                .distinct()
                .reduce((a, b) -> a + " and " + b)
                .orElse("no letters");
    }

    private static Result lengths(String ascii, String written) {
        if (ascii.length() > 253) {
            return Result.refused(
                    "the name has " + ascii.length() + " characters", "a name has at most 253 characters");
        }
        int labels = 0;
        int from = 0;
        while (from <= ascii.length()) {
            int dot = ascii.indexOf('.', from);
            int to = dot < 0 ? ascii.length() : dot;
            String problem = label(ascii, from, to);
            if (problem != null) {
                return Result.refused(
                        "\"" + RowCells.shown(written) + "\" is not a domain name: " + problem,
                        "use letters, digits and single hyphens inside labels, separated by dots");
            }
            labels++;
            from = to + 1;
        }
        if (labels < 2) {
            return Result.refused(
                    "\"" + RowCells.shown(written) + "\" has no extension",
                    "write the whole name, such as" + " example.com");
        }
        int extension = ascii.lastIndexOf('.') + 1;
        if (ascii.chars().skip(extension).allMatch(c -> c >= '0' && c <= '9')) {
            return Result.refused(
                    "\"" + RowCells.shown(written) + "\" ends in digits, like an IP address",
                    "write a domain name, such as example.com");
        }
        return Result.of(ascii);
    }

    private static String label(String name, int from, int to) {
        if (from == to) {
            return "a label between its dots is empty";
        }
        if (to - from > 63) {
            return "the label \"" + RowCells.shown(name.substring(from, to)) + "\" has more than 63 characters";
        }
        if (name.charAt(from) == '-' || name.charAt(to - 1) == '-') {
            return "the label \"" + RowCells.shown(name.substring(from, to)) + "\" begins or ends with a hyphen";
        }
        return null;
    }

    private static Map<IDNA.Error, String> said() {
        Map<IDNA.Error, String> said = new EnumMap<>(IDNA.Error.class);
        for (IDNA.Error error : IDNA.Error.values()) {
            said.put(
                    error,
                    switch (error) {
                        case EMPTY_LABEL -> "a label between its dots is empty";
                        case LABEL_TOO_LONG -> "a label has more than 63 characters in its ASCII form";
                        case DOMAIN_NAME_TOO_LONG -> "it has more than 253 characters in its ASCII form";
                        case LEADING_HYPHEN, TRAILING_HYPHEN -> "a label begins or ends with a hyphen";
                        case HYPHEN_3_4 -> "a label has hyphens in third and fourth place without being an A-label";
                        case LEADING_COMBINING_MARK -> "a label begins with a combining mark";
                        case DISALLOWED -> "it contains a character that is not allowed in names";
                        case PUNYCODE, INVALID_ACE_LABEL -> "the text after xn-- is not a valid encoding";
                        case LABEL_HAS_DOT -> "a label contains a dot of another script";
                        case BIDI -> "it mixes directions of writing";
                        case CONTEXTJ, CONTEXTO_PUNCTUATION ->
                            "a joiner or a middle dot is at a position where it" + " is not allowed";
                        case CONTEXTO_DIGITS -> "it mixes Arabic digits of two kinds";
                    });
        }
        return said;
    }
}
