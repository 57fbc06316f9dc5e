// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where bytes may be sent when the API returns a link to another host. */
class ApiRegionLinkTest {

    @ParameterizedTest
    @CsvSource({
        "ovh-eu, https://storage.example.net/v1/a?temp_url_sig=abc",
        "http://127.0.0.1:18080/1.0, http://127.0.0.1:18080/storage/documents/1?temp_url_sig=abc",
    })
    void takesALinkWithTlsOrToASandbox(String region, String link) {
        assertThat(ApiRegion.of(region).link(link)).hasToString(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://storage.example.net/v1/a?temp_url_sig=abc",
                "http://127.0.0.1/v1/a?temp_url_sig=abc",
                "https://me:word@storage.example.net/a?temp_url_sig=abc",
                "ftp://storage.example.net/a?temp_url_sig=abc",
                "/storage/a?temp_url_sig=abc",
                "https://storage example/?temp_url_sig=abc",
                "",
            })
    void refusesAnyOtherWithoutShowingIt(String link) {
        assertThatThrownBy(() -> ApiRegion.of("ovh-eu").link(link))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing was sent")
                .hasMessageNotContaining("temp_url_sig");
    }
}
