// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.component.AccountConfiguration;
import io.github.camelovh.domain.component.OvhDomainComponent;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples of the README and of the sandbox's page work. */
class DocsExamplesIT {

    // tag::junit[]
    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(3));

    @Test
    void buysEachNameOnce() throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            useSandbox(camel);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:buy").to("ovh-domain:order?maxPrice=15 EUR&param.config.OWNER_LEGAL_AGE=true");
                }
            });
            camel.start();

            camel.createProducerTemplate().requestBody("direct:buy", "my-first-name.com");
            camel.createProducerTemplate().requestBody("direct:buy", "my-first-name.com");

            OVH.sandbox().verifySoldOnce("my-first-name.com");
            OVH.sandbox().verifyCalls("POST /order/cart/{cartId}/checkout", 1);
        }
    }

    private static void useSandbox(CamelContext camel) {
        AccountConfiguration options =
                camel.getComponent("ovh-domain", OvhDomainComponent.class).getDefaultAccount();
        options.setRegion(OVH.sandbox().baseUrl().toString());
        options.setApplicationKey(OvhSandbox.APPLICATION_KEY);
        options.setApplicationSecret(OvhSandbox.APPLICATION_SECRET);
        options.setConsumerKey(OvhSandbox.CONSUMER_KEY);
    }
    // end::junit[]

    @Test
    void routeOfTheReadmeBuys() throws Exception {
        Matcher yaml =
                Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertThat(yaml.find()).isTrue();
        try (CamelContext camel = new DefaultCamelContext()) {
            useSandbox(camel);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromString("readme.camel.yaml", yaml.group(1)));
            camel.start();

            Object end = camel.createProducerTemplate().requestBody("direct:buy", "of-the-readme.com");

            assertThat(end).isInstanceOf(PurchaseOutcome.Ordered.class);
            OVH.sandbox().verifySoldOnce("of-the-readme.com");
        }
    }
}
