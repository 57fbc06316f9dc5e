// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneTextTest {

    private static List<String> served(String target) {
        return ZoneText.served(target).stream()
                .map(string -> new String(string, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void knowsQuotedStringsFromTextWithQuotes() {
        assertThat(ZoneText.isQuoted("\"a\"")).isTrue();
        assertThat(ZoneText.isQuoted("\"a\" \"b\"")).isTrue();
        assertThat(ZoneText.isQuoted("\"a\\\"b\"")).isTrue();
        assertThat(ZoneText.isQuoted("\"\"")).isTrue();
        assertThat(ZoneText.isQuoted("\"a\" b")).isFalse();
        assertThat(ZoneText.isQuoted("\"a")).isFalse();
        assertThat(ZoneText.isQuoted("\"a\\")).isFalse();
        assertThat(ZoneText.isQuoted("a\"b\"")).isFalse();
        assertThat(ZoneText.isQuoted("")).isFalse();
    }

    @Test
    void servesTheSameTextQuotedOrNot() {
        for (String text : List.of("plain", "with \"quotes\"", "back\\slash", "é ü 漢字", "\"open", "x".repeat(700))) {
            assertThat(String.join("", served(text))).isEqualTo(text);
            assertThat(String.join("", served(ZoneText.quoted(text)))).isEqualTo(text);
            assertThat(ZoneText.plain(ZoneText.quoted(text))).isEqualTo(text);
            assertThat(ZoneText.quoted(ZoneText.quoted(text))).isEqualTo(ZoneText.quoted(text));
        }
    }

    @Test
    void keepsTheStringsOfSeveralAndReadsEscapes() {
        assertThat(served("\"a\" \"b c\"")).containsExactly("a", "b c");
        assertThat(served("\"\\195\\169\\\\\\\"\"")).containsExactly("é\\\"");
        assertThat(served("\"\"")).containsExactly("");
    }

    @Test
    void cutsAtMost255BytesAndNoCharacter() {
        String text = "é".repeat(300);

        assertThat(ZoneText.served(text)).hasSize(3).allMatch(string -> string.length <= 255);
        assertThat(served(text)).allMatch(string -> string.matches("é+"));
    }
}
