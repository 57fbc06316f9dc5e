// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationCatalogTest {

    private static final String GOOD =
            "domain | get | GET /domain/{serviceName} | {serviceName}:string | - | domain.Domain | READ | READ | - | - | -";

    private final OperationCatalog catalog = OperationCatalog.shipped();

    @Test
    void knowsTheResourcesOfTheComponent() {
        assertThat(catalog.resources())
                .containsExactly(
                        "domain", "dns", "order", "task", "renewal", "contact", "whois", "rules", "account", "alldom",
                        "api");
        assertThat(catalog.all()).hasSize(368);
    }

    @Test
    void readsARowWithAllItsColumns() {
        Operation list = catalog.find("task", "list").orElseThrow();

        assertThat(list.route()).isEqualTo("GET /me/task/domain");
        assertThat(list.parameters())
                .extracting(Parameter::name)
                .containsExactly("domain", "function", "status", "type");
        assertThat(list.answer()).isEqualTo("long[]");
        assertThat(list.repeat()).isEqualTo(Repeat.READ);
        assertThat(list.lists()).isEqualTo(Set.of(ListStrategy.PAGES, ListStrategy.BATCH, ListStrategy.SINGLE));
        assertThat(list.item()).isEqualTo("get");
        assertThat(list.iamActions()).containsExactly("account:apiovh:me/task/domain/get");
    }

    @Test
    void neverRepeatsWhatSpendsMoney() {
        assertThat(Stream.of(
                                "checkoutCart",
                                "payOrder",
                                "payOrderWithRegisteredMean",
                                "payDebt",
                                "createCart",
                                "orderNewZone",
                                "orderDnsAnycast")
                        .map(name -> catalog.find("order", name).orElseThrow().repeat()))
                .containsOnly(Repeat.ONCE);
        assertThat(catalog.find("renewal", "order").orElseThrow().repeat()).isEqualTo(Repeat.ONCE);
    }

    @Test
    void repeatsNoPostButThoseNamedHere() {
        assertThat(catalog.all().stream()
                        .filter(each -> each.route().startsWith("POST ") && each.repeat() != Repeat.ONCE)
                        .map(Operation::fullName))
                .containsExactlyInAnyOrder(
                        "order:assignCart",
                        "task:accelerate",
                        "task:cancel",
                        "domain:accelerateTask",
                        "domain:cancelTask",
                        "dns:refresh",
                        "dns:changeDynHostPassword",
                        "dns:accelerateTask",
                        "dns:cancelTask",
                        "dns:accelerateAccountTask",
                        "dns:cancelAccountTask",
                        "rules:check",
                        "account:listAccountRules",
                        "account:checkAuthorizations",
                        "account:checkResourceAuthorization");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{serviceName}:string;{name}:string;placeholders",
                "domain.Domain | READ;domain.Domain | ONCE;READ is for GET",
                "| READ | READ | -;| READ | SPEND | -;spends nothing",
                "| READ | READ | -;| READ | RISKY | -;unknown Risk",
                "GET /;FETCH /;unknown HttpMethod \"FETCH\"",
                ":string;:strnig;did you mean \"string\"?",
                "| READ | READ | - | - | -;| READ | READ | - | - | old;unknown flag",
                "| READ | READ | - |;| READ | READ | SINGLE > fetch |;no operation fetch",
                "| READ | READ | - | - | -;| READ | READ | - | -;11 columns",
                "| - | domain.Domain;| some.Body | domain.Domain;no body line above",
            })
    void refusesAFaultyRowWithItsLine(String good, String bad, String why) {
        assertThatThrownBy(() -> OperationCatalog.of(List.of("# head", GOOD.replace(good, bad))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(why);
    }

    @Test
    void refusesTwoOperationsOfOneNameOrRoute() {
        String sameRoute = GOOD.replace("| get |", "| read |").replace("serviceName", "name");
        String sameName = GOOD.replace("/domain/", "/domain/zone/");

        assertThatThrownBy(() -> OperationCatalog.of(List.of(GOOD, sameRoute)))
                .hasMessageContaining("already in line 1");
        assertThatThrownBy(() -> OperationCatalog.of(List.of(GOOD, sameName)))
                .hasMessageContaining("name domain:get is already in line 1");
    }
}
