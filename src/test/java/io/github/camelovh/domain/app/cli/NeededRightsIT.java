/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.product.NeededRights;
import io.github.camelovh.domain.operation.OperationCatalog;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key with just the rights that {@code login} asks for does rows of every kind. */
class NeededRightsIT {
    @TempDir
    Path folder;

    @Test
    void sufficeForRowsOfEveryKind() throws Exception {
        try (OvhSandbox sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withTaskTime(Duration.ofMillis(200)).withDomains(12))) {
            allowOnlyWhatIsNeeded(sandbox);
            Path carry = Files.createDirectories(folder.resolve("data/carry"));
            Files.writeString(carry.resolve("moved.zone"), "@ 3600 IN A 192.0.2.1\n");
            Path file = Files.write(
                    folder.resolve("all.csv"),
                    List.of(
                            "action,domain,authCode,nameServers,zoneFile,subDomain,fieldType,target,dnsKeys,renewal,tag",
                            "order,brand-new-shop.com,,,,,,,,,",
                            "transfer,taken-shop.com,AUTH-taken-shop.com,,moved.zone,,,,,,",
                            "set-name-servers,river-bois-9.com,,ns1.example.net ns2.example.net,,,,,,,",
                            "set-record,already-mine.com,,,,www2,A,192.0.2.9,,,",
                            "set-ds,terra-travel-8.net,,,,,,,none,,",
                            "set-auto-renew,already-mine.com,,,,,,,,cancel,",
                            "unlock,garden-travel-1.com,,,,,,,,,",
                            "release,maison-zen-6.uk,,,,,,,,,EXAMPLE-GB"));

            Cli.Said said = Cli.run(
                    sandbox,
                    "import",
                    file.toString(),
                    "--data",
                    folder.resolve("data").toString(),
                    "--yes",
                    "--max-total=100",
                    "--set=ovh-domain.zones.allowDs=true");

            assertThat(said.out()).as(said.toString()).contains("8 rows: 8 done");
            assertThat(sandbox.journal().last(2000)).noneMatch(line -> line.status() == 403);
        }
    }

    private static void allowOnlyWhatIsNeeded(OvhSandbox sandbox) throws Exception {
        String rules = NeededRights.ofProduct(OperationCatalog.load()).routes().stream()
                .map(route -> route.split(" "))
                .map(route ->
                        "{\"method\":\"" + route[0] + "\",\"path\":\"" + route[1].replaceAll("\\{[^}]+}", "*") + "\"}")
                .collect(Collectors.joining(","));
        HttpResponse<String> changed = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sandbox.origin().resolve(URI.create("/_sandbox/credential")))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"rules\":[" + rules + "]}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }
}
