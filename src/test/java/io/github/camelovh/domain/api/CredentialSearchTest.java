// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialSearchTest {
    @TempDir
    private Path folder;

    @Test
    void mergesFilesAndPrefersOptions() throws IOException {
        Path near = Files.writeString(folder.resolve("near"), "[ovh-ca]\napplication_key = nearKey\n");
        Path far = Files.writeString(
                folder.resolve("far"),
                "; comment\n[default]\nendpoint=ovh-ca\n[ovh-ca]\napplication_key=farKey\napplication_secret=farSecret\n");
        CredentialSearch search =
                new CredentialSearch(Map.of("consumerKey", "optionKey"), Map.of(), List.of(near, far));
        assertThat(search.endpoint()).isEqualTo("ovh-ca");
        assertThat(search.require()).isEqualTo(new Credentials.ApplicationKey("nearKey", "farSecret", "optionKey"));
        assertThat(search.require().toString()).doesNotContain("Key]", "farSecret", "nearKey");
    }

    @Test
    void tellsWhatEachPlaceHadButNoSecret() {
        CredentialSearch nothing = new CredentialSearch(Map.of(), Map.of(), List.of(folder.resolve("ovh.conf")));
        assertThatThrownBy(nothing::require)
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("the options (has none), the environment (has none)")
                .hasMessageContaining("ovh.conf (does not exist)");
        CredentialSearch half = new CredentialSearch(Map.of(), Map.of("OVH_APPLICATION_KEY", "s3cret"), List.of());
        assertThatThrownBy(half::require)
                .hasMessageContaining("application_secret is missing")
                .hasMessageContaining("the environment (has application_key)")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refusesTwoKindsInOnePlace() {
        Map<String, String> environment = Map.of("OVH_APPLICATION_KEY", "s3cret", "OVH_ACCESS_TOKEN", "s3cret");
        assertThatThrownBy(() -> new CredentialSearch(Map.of(), environment, List.of()).require())
                .hasMessageContaining("mixed in the environment: application_key, access_token")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "ovh-eu, /domain, https://eu.api.ovh.com/1.0/domain",
        "ovh-eu, /v2/domain/name, https://eu.api.ovh.com/v2/domain/name",
        "http://127.0.0.1:18080/1.0, /v2/domain/name, http://127.0.0.1:18080/v2/domain/name",
        "http://localhost:1/1.0/, /me, http://localhost:1/1.0/me"
    })
    void joinsBaseAndPath(String region, String path, String url) {
        assertThat(ApiRegion.of(region).url(path)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://api.example.com/1.0", "ovh-xx", "ftp://127.0.0.1/1.0", "http://127.0.0.1.evil.com/1.0"})
    void refusesBasesThatAreUnknownOrInClear(String base) {
        assertThatThrownBy(() -> ApiRegion.of(base)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBaseUrlHasItsOwnTokenUrl() {
        assertThat(ApiRegion.of("http://127.0.0.1:18080/1.0").tokenUrl())
                .isEqualTo("http://127.0.0.1:18080/auth/oauth2/token");
        assertThat(ApiRegion.of("http://10.0.0.1/1.0", null, true).v1Base()).isEqualTo("http://10.0.0.1/1.0");
    }

    @Test
    void pathsEncodeValuesAndRefuseEmptyOnes() {
        assertThat(ApiPath.of("/a/{x}/b/{y}", "é/+", 7)).isEqualTo("/a/%C3%A9%2F%2B/b/7");
        assertThatThrownBy(() -> ApiPath.of("/a/{x}", "")).hasMessageContaining("{x}");
        assertThatThrownBy(() -> ApiPath.of("/a/{x}", "..")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApiPath.of("/a/{x}")).isInstanceOf(IllegalArgumentException.class);
    }
}
