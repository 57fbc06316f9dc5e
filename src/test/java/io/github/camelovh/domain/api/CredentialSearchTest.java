// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

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

    @Test
    void refusesAFileThatEveryUserMayWrite() throws IOException {
        Path conf = Files.writeString(folder.resolve("ovh.conf"), "[ovh-eu]\naccess_token = s3cret\n");
        CredentialSearch search = new CredentialSearch(Map.of(), Map.of(), List.of(conf));
        for (String mode : List.of("rw-rw-rw-", "rw-----w-")) {
            Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString(mode));

            assertThatThrownBy(search::require)
                    .isInstanceOf(CredentialsException.class)
                    .hasMessageContaining("Every user of this machine may write " + conf)
                    .hasMessageContaining("chmod 600 " + conf)
                    .hasMessageNotContaining("s3cret");
            assertThatThrownBy(search::endpoint).isInstanceOf(CredentialsException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rw-------, false",
        "r--------, false",
        "rwx------, false",
        "rw-r-----, true",
        "rw-r--r--, true",
        "rw-rw----, true"
    })
    void warnsOfAFileThatOthersMayRead(String mode, boolean warns) throws IOException {
        Path conf = Files.writeString(folder.resolve("ovh.conf"), "[ovh-eu]\naccess_token = s3cret\n");
        Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString(mode));
        Logger logger = (Logger) LoggerFactory.getLogger(CredentialSearch.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            assertThat(new CredentialSearch(Map.of(), Map.of(), List.of(conf)).require())
                    .isEqualTo(new Credentials.PersonalToken("s3cret"));
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list).hasSize(warns ? 1 : 0).allMatch(entry -> entry.getFormattedMessage()
                .equals("Other users of this machine may read " + conf + ", which has keys; run: chmod 600 " + conf));
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
