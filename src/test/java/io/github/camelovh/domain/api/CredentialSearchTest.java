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
import java.util.HashMap;
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

    private Path conf(String name, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name), String.join("\n", lines));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static Map<String, String> environment(String... pairs) {
        Map<String, String> all = new HashMap<>(Map.of("PATH", "/bin"));
        for (int i = 0; i < pairs.length; i += 2) {
            all.put("OVH_" + pairs[i], pairs[i + 1]);
        }
        return all;
    }

    private static final Map<String, String> KEYS = environment(
            "APPLICATION_KEY", "env-key", "APPLICATION_SECRET", "env-s3cret", "CONSUMER_KEY", "env-consumer-s3cret");

    private static Map<String, String> keysAnd(String... pairs) {
        Map<String, String> all = new HashMap<>(KEYS);
        all.putAll(environment(pairs));
        return all;
    }

    @Test
    void keysOfTheEnvironmentDoNotFollowTheEndpointOfAFile() throws IOException {
        Path near = conf("ovh.conf", "[default]", "endpoint=https://attacker.example/1.0");

        assertThatThrownBy(() -> new CredentialSearch(Map.of(), KEYS, List.of(near)).require())
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("its keys are in the environment and belong to the endpoint ovh-eu")
                .hasMessageContaining(near + " sets the endpoint https://attacker.example/1.0")
                .hasMessageContaining("Set OVH_ENDPOINT to the same")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void keysOfAFileDoNotFollowTheEndpointOfAnotherFile() throws IOException {
        Path near = conf("ovh.conf", "[default]", "endpoint=https://attacker.example/1.0");
        Path section = conf("section", "[default]", "endpoint=ovh-eu", "[ovh-eu]", "access_token=s3cret");
        Path plain = conf("plain", "[default]", "endpoint=ovh-eu", "access_token=s3cret");

        assertThatThrownBy(() -> new CredentialSearch(Map.of(), environment(), List.of(near, section)).require())
                .hasMessageContaining("No credentials");
        assertThatThrownBy(() -> new CredentialSearch(Map.of(), environment(), List.of(near, plain)).require())
                .hasMessageContaining("its keys are in " + plain + " and belong to the endpoint ovh-eu")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void keysOfAnyPlaceDoNotFollowTheEndpointOfTheOptions() {
        Map<String, String> options = Map.of("region", "ovh-ca");

        assertThatThrownBy(() -> new CredentialSearch(options, KEYS, List.of()).require())
                .hasMessageContaining("the component sets the endpoint ovh-ca");
        assertThat(new CredentialSearch(options, keysAnd("ENDPOINT", "ovh-ca"), List.of())
                        .require()
                        .endpoint())
                .isEqualTo("ovh-ca");
    }

    @Test
    void keysOfTheOptionsDoNotFollowTheEndpointOfTheEnvironment() {
        Map<String, String> options = Map.of("accessToken", "s3cret");

        assertThatThrownBy(() -> new CredentialSearch(options, environment("ENDPOINT", "ovh-ca"), List.of()).require())
                .hasMessageContaining("Set camel.component.ovh-domain.region to the same");
    }

    @Test
    void theSectionOfAnEndpointIsItsOwnWhoeverNamesIt() throws IOException {
        Path file = conf("ovh.conf", "[default]", "endpoint=ovh-eu", "[ovh-ca]", "access_token=s3cret");

        CredentialSearch.Found found =
                new CredentialSearch(Map.of(), environment("ENDPOINT", "ovh-ca"), List.of(file)).require();

        assertThat(found.endpoint()).isEqualTo("ovh-ca");
        assertThat(found.credentials()).isEqualTo(new Credentials.PersonalToken("s3cret"));
        assertThat(found.toString()).doesNotContain("s3cret");
    }

    @Test
    void theFirstPlaceWithAllIsUsedAsAWhole() throws IOException {
        Path file = conf("ovh.conf", "[default]", "endpoint=ovh-ca", "[ovh-ca]", "access_token=s3cret");

        CredentialSearch.Found found = new CredentialSearch(
                        Map.of(), keysAnd("ENDPOINT", "https://own.example/1.0/"), List.of(file))
                .require();

        assertThat(found.endpoint()).isEqualTo("https://own.example/1.0/");
        assertThat(found.credentials())
                .isEqualTo(new Credentials.ApplicationKey("env-key", "env-s3cret", "env-consumer-s3cret"));
    }

    @Test
    void neverCombinesKeysOfTwoPlaces() throws IOException {
        Path file = conf("ovh.conf", "[ovh-eu]", "application_key=k", "application_secret=s3cret");

        CredentialSearch mixed =
                new CredentialSearch(Map.of(), environment("CONSUMER_KEY", "consumer-s3cret"), List.of(file));

        assertThatThrownBy(mixed::require)
                .hasMessageContaining(
                        "has no application_key and no application_secret: the environment only has consumer_key")
                .hasMessageContaining(
                        file + " has application_key, application_secret, but keys of two places are never")
                .hasMessageContaining("Set OVH_APPLICATION_KEY and OVH_APPLICATION_SECRET")
                .hasMessageNotContaining("s3cret");
    }

    /** As the README has it: two keys are exported, then {@code login --write} writes all three. */
    @Test
    void aFileWithAllKeysMayRepeatSomeOfTheEnvironment() throws IOException {
        Path file = conf("ovh.conf", "[ovh-eu]", "application_key=k", "application_secret=s", "consumer_key=c");
        Map<String, String> same = environment("APPLICATION_KEY", "k", "APPLICATION_SECRET", "s");
        Map<String, String> other = environment("APPLICATION_KEY", "k", "APPLICATION_SECRET", "another");

        assertThat(new CredentialSearch(Map.of(), same, List.of(file)).require().credentials())
                .isEqualTo(new Credentials.ApplicationKey("k", "s", "c"));
        assertThatThrownBy(() -> new CredentialSearch(Map.of(), other, List.of(file)).require())
                .hasMessageContaining("has no consumer_key: the environment only has application_key");
    }

    @Test
    void aMissingConsumerKeyIsNamedUnlessNothingIsSigned() throws IOException {
        Path file = conf("ovh.conf", "[ovh-eu]", "application_key=k", "application_secret=s3cret");
        CredentialSearch search = new CredentialSearch(Map.of(), environment(), List.of(file));

        assertThatThrownBy(search::require)
                .hasMessageContaining("The account has no consumer_key")
                .hasMessageContaining("Set consumer_key in section [ovh-eu] of " + file)
                .hasMessageContaining("ovh-domain login");
        assertThat(search.requireUnsigned().credentials())
                .isEqualTo(new Credentials.ApplicationKey("k", "s3cret", null));
    }

    @Test
    void aNamedAccountHasNothingOfOtherPlaces() {
        CredentialSearch shop = CredentialSearch.named("shop", "accounts.shop.", Map.of("clientId", "id"));

        assertThatThrownBy(shop::require)
                .hasMessageContaining("The account shop has no client_secret")
                .hasMessageEndingWith("Set accounts.shop.clientSecret");
        assertThatThrownBy(CredentialSearch.named("bare", "accounts.bare.", Map.of())::require)
                .hasMessageContaining("the account bare has none")
                .hasMessageContaining("accounts.bare.consumerKey");
    }

    @Test
    void tellsWhatEachPlaceHadButNoSecret() {
        CredentialSearch nothing = new CredentialSearch(Map.of(), environment(), List.of(folder.resolve("ovh.conf")));
        assertThatThrownBy(nothing::require)
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("the component (has none), the environment (has none)")
                .hasMessageContaining("ovh.conf (does not exist)");
        CredentialSearch half = new CredentialSearch(Map.of(), Map.of("OVH_APPLICATION_KEY", "s3cret"), List.of());
        assertThatThrownBy(half::require)
                .hasMessageContaining("has no application_secret and no consumer_key")
                .hasMessageContaining("the environment only has application_key")
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
            assertThat(new CredentialSearch(Map.of(), Map.of(), List.of(conf))
                            .require()
                            .credentials())
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
