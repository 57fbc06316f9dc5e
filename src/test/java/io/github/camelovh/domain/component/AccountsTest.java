// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several accounts of one Camel Main, by its properties. */
class AccountsTest {
    private static final String PREFIX = "camel.component.ovh-domain.";

    private final Main main = new Main();
    private final OvhSandbox first = OvhSandbox.start(SandboxOptions.defaults().withDomains(2));
    private final OvhSandbox second = OvhSandbox.start(SandboxOptions.defaults().withDomains(5));

    @AfterEach
    void stop() {
        main.stop();
        first.close();
        second.close();
    }

    private void set(String option, Object value) {
        main.addInitialProperty(PREFIX + option, value.toString());
    }

    private void start(String... uris) throws Exception {
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < uris.length; i++) {
                    from("direct:" + i).to(uris[i]);
                }
            }
        });
        main.start();
    }

    private int listed(int route) throws Exception {
        return main.getCamelTemplate()
                .requestBody("direct:" + route, (Object) null, List.class)
                .size();
    }

    private void setBoth() {
        set("region", first.baseUrl());
        set("access-token", OvhSandbox.ACCESS_TOKEN);
        set("accounts.my-shop.region", second.baseUrl());
        set("accounts.my-shop.applicationKey", OvhSandbox.APPLICATION_KEY);
        set("accounts.my-shop.application-secret", OvhSandbox.APPLICATION_SECRET);
        set("accounts.my-shop.consumerKey", OvhSandbox.CONSUMER_KEY);
        set("accounts.my-shop.calls-per-second", 1000);
    }

    @Test
    void eachEndpointHasTheAccountThatItNames() throws Exception {
        setBoth();
        start(
                "ovh-domain:domain?operation=list",
                "ovh-domain:domain?operation=list&account=my-shop",
                "ovh-domain:domain?operation=list&account=myShop");

        assertThat(listed(0)).isEqualTo(2);
        assertThat(listed(1)).isEqualTo(5);
        assertThat(listed(2)).isEqualTo(5);
        OvhDomainEndpoint shop = main.getCamelContext()
                .getEndpoint("ovh-domain:domain?operation=list&account=my-shop", OvhDomainEndpoint.class);
        assertThat(shop.getCallsPerSecondAllowed()).isEqualTo(1000.0);
    }

    @Test
    void theComponentMayChooseOneForAllEndpoints() throws Exception {
        setBoth();
        set("account", "my-shop");
        start("ovh-domain:domain?operation=list");

        assertThat(listed(0)).isEqualTo(5);
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        setBoth();
        set("accounts.another.accessToken", "hidden-token");

        assertThatThrownBy(() -> start("ovh-domain:domain?operation=list&account=shop"))
                .hasStackTraceContaining("There is no account \"shop\". The accounts are another, myShop")
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("hidden-token"));
    }

    /** With keys of the component's own, which a named account does not have. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consumerKey | The account myShop has no consumer_key | accounts.myShop.consumerKey",
                "application-secret | The account myShop has no application_secret | accounts.myShop.applicationSecret",
            })
    void whatIsMissingIsNamedAtTheStart(String option, String what, String where) {
        setBoth();
        main.getInitialProperties().remove(PREFIX + "accounts.my-shop." + option);

        assertThatThrownBy(() -> start("ovh-domain:domain?operation=list&account=myShop"))
                .hasStackTraceContaining(what)
                .hasStackTraceContaining("Set " + PREFIX + where);
    }

    @Test
    void anAccountWithoutKeysHasNotThoseOfTheComponent() {
        set("region", first.baseUrl());
        set("access-token", OvhSandbox.ACCESS_TOKEN);
        set("accounts.bare.region", second.baseUrl());

        assertThatThrownBy(() -> start("ovh-domain:domain?operation=list&account=bare"))
                .hasStackTraceContaining("the account bare has none")
                .hasStackTraceContaining(PREFIX + "accounts.bare.applicationKey");
        assertThat(second.calls()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"accounts.shop.regoin, regoin", "accounts.shop, names an account but none of its options"})
    void anOptionThatIsNoneStopsTheStart(String option, String why) {
        setBoth();
        set(option, "x");

        assertThatThrownBy(() -> start("ovh-domain:domain?operation=list")).hasStackTraceContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"accounts.shop.insecure, true", "insecure, false"})
    void insecureIsAskedForTheAccountThatIsUsed(String option, boolean refused) throws Exception {
        main.addInitialProperty("camel.security.insecureSslPolicy", "fail");
        set("access-token", "{{env:PATH}}");
        set("accounts.shop.accessToken", "{{env:PATH}}");
        set(option, "true");
        String uri = "ovh-domain:domain?operation=list&lazyStartProducer=true&account=shop";

        if (refused) {
            assertThatThrownBy(() -> start(uri)).hasStackTraceContaining("Camel's security policy is 'fail'");
        } else {
            start(uri);
        }
    }
}
