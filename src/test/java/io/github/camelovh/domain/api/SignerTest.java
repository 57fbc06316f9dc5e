// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.catalog.HttpMethod;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SignerTest {
    private static final Signer SIGNER =
            new Signer("9ufkBmLaTQ9nz5yMUlg79taH0GNnzDjk", "5mBuy6SUQcRw2ZUxg0cG68BoDKpED4KY");

    @ParameterizedTest
    @CsvFileSource(resources = "signatures.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '`')
    void signsAsOvhcloudsOwnClientsDo(HttpMethod method, String url, String body, String signature) {
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        assertThat(SIGNER.signature(method, url, bytes, 1457018875)).isEqualTo(signature);
    }

    // Expected values were computed with sha1sum over secret+key+method+url+body+time.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://eu.api.ovh.com/1.0/domain?a=%2B%20x|{\"name\":\"café\"}|$1$3d6585f57b89621f9ff2c561061498a3002025d8",
                "https://eu.api.ovh.com/1.0/domain?subDomain=||$1$9ebb7ce60ba41bcfd5c3aac416af1f17bc63a5a7"
            })
    void signsAccentsEncodedPlusAndEmptyBody(String url, String body, String signature) {
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        assertThat(SIGNER.signature(HttpMethod.POST, url, bytes, 1457018875)).isEqualTo(signature);
    }

    @Test
    void noBodyAndAnEmptyBodySignAlike() {
        assertThat(SIGNER.signature(HttpMethod.GET, "https://h/1.0/x", new byte[0], 1))
                .isEqualTo(SIGNER.signature(HttpMethod.GET, "https://h/1.0/x", null, 1));
        assertThat(SIGNER.toString()).isEqualTo("Signer[***]");
    }
}
