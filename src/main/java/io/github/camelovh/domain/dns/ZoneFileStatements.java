// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a zone file into statements: removes comments, joins lines within parentheses, separates words and quoted
 * strings. Reads as it goes, so a file that is far too large costs only what was read of it.
 */
final class ZoneFileStatements {

    private final String text;
    private int at;
    private int line = 1;

    ZoneFileStatements(String text) {
        // The byte order mark that some editors write.
        this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /**
     * A directive or record.
     *
     * @param line where it begins, counted from 1
     * @param indented whether it begins with a space, so that it has the name of the record before it
     * @param words as written: quoted strings keep their quotation marks, escapes stay
     */
    record Statement(int line, boolean indented, List<String> words) {}

    /** A structure that cannot be split, so that nothing after it can be read. */
    static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        BrokenException(int line, String reason) {
            super(reason, null, false, false);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** The next statement; null at the end. */
    Statement next() throws BrokenException {
        while (at < text.length()) {
            Statement statement = statement();
            if (!statement.words().isEmpty()) {
                return statement;
            }
        }
        return null;
    }

    private Statement statement() throws BrokenException {
        List<String> words = new ArrayList<>();
        boolean indented = isBlank(text.charAt(at));
        int first = 0;
        int opened = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                at++;
                line++;
                if (opened == 0) {
                    break;
                }
            } else if (c == ';') {
                skipComment();
            } else if (c == '(') {
                if (opened != 0) {
                    throw new BrokenException(line, "a parenthesis is opened within another");
                }
                opened = line;
                at++;
            } else if (c == ')') {
                if (opened == 0) {
                    throw new BrokenException(line, "a parenthesis is closed that was not opened");
                }
                opened = 0;
                at++;
            } else if (isBlank(c)) {
                at++;
            } else {
                first = first == 0 ? line : first;
                words.add(word());
            }
        }
        if (opened != 0) {
            throw new BrokenException(opened, "a parenthesis is opened and not closed");
        }
        return new Statement(first, indented, words);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f';
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    /** A quoted string, or everything up to the next space; {@code alpn="h2"} is one word. */
    private String word() throws BrokenException {
        int start = at;
        if (text.charAt(at) == '"') {
            skipQuoted();
            return text.substring(start, at);
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && text.charAt(at - 1) == '=') {
                skipQuoted();
            } else if (c == '\n' || c == '"' || c == ';' || c == '(' || c == ')' || isBlank(c)) {
                break;
            } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
                at += 2;
            } else if (c == 0 || c == '\ufffd') {
                throw new BrokenException(
                        line, "there is a character that no zone file has; perhaps the encoding is wrong");
            } else {
                at++;
            }
        }
        return text.substring(start, at);
    }

    private void skipQuoted() throws BrokenException {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\n') {
                break;
            }
            if (c == 0 || c == '\ufffd') {
                throw new BrokenException(
                        line, "there is a character that no zone file has; perhaps the encoding is wrong");
            }
            at += c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n' ? 2 : 1;
        }
        if (at >= text.length() || text.charAt(at) != '"') {
            throw new BrokenException(line, "a quotation mark is opened and not closed on its line");
        }
        at++;
    }
}
