// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows with an action of the user's own, and the columns that come with it. */
class UserActionTest {
    private static final UserAction PARK = action(
            "park", "nameServers", "target", "ttl", "Disclosure.Owner", "obfuscation.tech", "owner.email", "shelf");

    private static UserAction action(String name, String... columns) {
        return new UserAction(name, List.of(columns), Path.of("park.camel.yaml"));
    }

    private static List<ReadRow> read(RowParsers actions, String... lines) throws IOException {
        ByteArrayInputStream in =
                new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        List<ReadRow> rows = new ArrayList<>();
        try (RowImport all = RowImport.read(in, ReadOptions.inCurrency("EUR"), actions)) {
            all.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static RowParsers withPark() {
        return RowParsers.standard().with(List.of(PARK));
    }

    @Test
    void aRowIsAMapOfItsFilledCellsByTheirKinds() throws Exception {
        ReadRow row = read(
                        withPark(),
                        "action,domain,nameServers,target,ttl,disclosure.owner,obfuscation.tech,SHELF,note",
                        "park,Example.com,ns1.example.net NS2.example.net,\"192.0.2.1\n192.0.2.2\",300,none,off,a 7,mine")
                .get(0);

        UserCommand command = (UserCommand) ((ReadRow.Accepted) row).command();
        assertThat(command.action()).isEqualTo("park");
        assertThat(command.domain().ascii()).isEqualTo("example.com");
        assertThat(command.cells())
                .isEqualTo(Map.of(
                        "nameServers", List.of("ns1.example.net", "ns2.example.net"),
                        "target", List.of("192.0.2.1", "192.0.2.2"),
                        "ttl", 300L,
                        "disclosure", Map.of("owner", "none"),
                        "obfuscation", Map.of("tech", false),
                        "shelf", "a 7"));
        assertThat(command.toString()).doesNotContain("a 7");
    }

    @Test
    void emptyCellsAreNotInTheMap() throws Exception {
        ReadRow row = read(withPark(), "action,domain,nameServers,shelf", "park,example.com,,")
                .get(0);

        assertThat(((UserCommand) ((ReadRow.Accepted) row).command()).cells()).isEmpty();
    }

    @Test
    void aCellOfAKnownColumnIsCheckedAsForOtherActions() throws Exception {
        ReadRow row = read(
                        withPark(),
                        "action,domain,nameServers,ttl,disclosure.owner,owner.email",
                        "park,example.com,ns1.example.net,soon,everything,nobody")
                .get(0);

        assertThat(row.refusals())
                .extracting(RowRefusal::column)
                .containsExactlyInAnyOrder("nameServers", "ttl", "disclosure.owner", "owner.email");
    }

    @Test
    void aColumnIsUnknownUnlessItsActionIsConfigured() throws Exception {
        String[] file = {"action,domain,shelf", "park,example.com,a 7"};

        assertThat(read(withPark(), file)).hasOnlyElementsOfType(ReadRow.Accepted.class);
        assertThatThrownBy(() -> read(RowParsers.standard(), file))
                .isInstanceOf(ImportFileException.class)
                .hasMessageContaining("column \"shelf\" is unknown");
        assertThatThrownBy(() -> read(withPark(), "action,domain,shelves", "park,example.com,a 7"))
                .isInstanceOf(ImportFileException.class)
                .hasMessageContaining("column \"shelves\" is unknown")
                .hasMessageContaining("shelf, ");
        assertThat(read(RowParsers.standard(), "action,domain", "park,example.com")
                        .get(0)
                        .refusals())
                .extracting(RowRefusal::column)
                .containsExactly("action");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "set-ds", "Park", "my action", ""})
    void anActionNeedsANameOfItsOwn(String name) {
        assertThatThrownBy(() -> action(name)).hasMessageContaining("cannot be the name of an action");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authCode", "domain", "disclosure", "result", "two words", "owner.shoeSize"})
    void anActionCannotHaveEveryColumn(String column) {
        assertThatThrownBy(() -> action("park", column)).hasMessageContaining("cannot be a column");
        assertThatThrownBy(() -> action("park", "shelf", "Shelf")).hasMessageContaining("cannot be a column");
    }
}
