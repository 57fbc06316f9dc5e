// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.app.settings.AppHome;
import io.github.camelovh.domain.app.settings.SettingsException;
import io.github.camelovh.domain.operation.OperationRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the route files use is asked for, beside what the commands use. */
class UsedOperationsTest {

    @TempDir
    Path folder;

    private Set<String> of(String route) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("routes")).resolve("own.camel.yaml"), route);
        return UsedOperations.of(new AppHome(folder));
    }

    @Test
    void theOperationStandsInTheUriOrBesideIt() throws IOException {
        Set<String> without = of("- route:\n    from:\n      uri: direct:nothing\n");

        Set<String> with = new TreeSet<>(of("""
                - route:
                    from:
                      uri: direct:park
                      steps:
                        - to: ovh-domain:dns?operation=setGlue&param.host=ns1.example.com
                        - choice:
                            when:
                              - simple: "${body}"
                                steps:
                                  - to:
                                      uri: ovh-domain:alldom?answerForm=MAP&operation=list
                            otherwise:
                              steps:
                                - to:
                                    uri: ovh-domain:account
                                    parameters:
                                      operation: uploadDocument
                        - to:
                            uri: file:out?operation=get
                """));
        with.removeAll(without);

        assertThat(with).containsExactly("account:uploadDocument", "alldom:list", "dns:setGlue");
    }

    @Test
    void theShippedOnesAreAllThere() {
        Set<String> used = UsedOperations.of(new AppHome(Path.of("")));

        assertThat(used).contains("order:create", "domain:list", "task:find", "contact:applyOwnerChange");
        assertThat(used)
                .allSatisfy(name ->
                        assertThat(OperationRights.of(Set.of(name)).rows()).isNotNull());
    }

    /** What a command or the engine calls, {@code call("dns", "sync", ...)}, is in the list, and nothing else. */
    @Test
    void theListHasWhatTheCodeCalls() throws IOException {
        Pattern call = Pattern.compile("\\.(?:call|tree)\\(\\s*\"(\\w+)\",([^,]+),");
        Set<String> called = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/camelovh/domain/app"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                call.matcher(Files.readString(file)).results().forEach(found -> Pattern.compile("\"(\\w+)\"")
                        .matcher(found.group(2))
                        .results()
                        .forEach(operation -> called.add(found.group(1) + ":" + operation.group(1))));
            }
        }
        called.remove("api:createCredential"); // how login gets a key: no key has to allow it

        assertThat(UsedOperations.IN_JAVA).containsExactlyElementsOf(called);
    }

    @Test
    void aFileThatIsNoYamlIsNamed() {
        assertThatThrownBy(() -> of("- route: [\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("own.camel.yaml")
                .hasMessageContaining("rights");
    }
}
