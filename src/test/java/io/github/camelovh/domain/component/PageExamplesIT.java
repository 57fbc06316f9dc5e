// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.dns.ZoneApplied;
import io.github.camelovh.domain.order.Quote;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.xml.in.ModelParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples of the component page work as the page says, in all three languages. */
class PageExamplesIT {

    @RegisterExtension
    static final OvhSandboxExtension OVH = OvhSandboxExtension.with(
            SandboxOptions.defaults().withZone("example.com", 20).withTaskTime(Duration.ZERO));

    private final CamelContext context = new DefaultCamelContext();
    private String page;

    @BeforeEach
    void readPage() throws IOException {
        page = Files.readString(ComponentPage.PAGE);
        SandboxComponent.in(context, OVH.sandbox());
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    /** {@return the example in the tab of this title} */
    private String example(String title) {
        Matcher matcher = Pattern.compile(title + "::\n\\+\n\\[source,[a-z]+]\n----\n(.*?)\n----\n", Pattern.DOTALL)
                .matcher(page);
        assertThat(matcher.find()).as("tab %s", title).isTrue();
        return matcher.group(1);
    }

    /** Adds the YAML example of the route with this id. */
    private void add(String route) throws Exception {
        Matcher matcher = Pattern.compile(
                        "\\[source,yaml]\n----\n(- route:\n {4}id: " + route + "\n.*?)\n----\n", Pattern.DOTALL)
                .matcher(page);
        assertThat(matcher.find()).as("route %s", route).isTrue();
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(route + ".camel.yaml", matcher.group(1)));
    }

    private void quotes() {
        context.start();
        assertThat(context.getRoute("quote")).isNotNull();
        Quote quote = context.createProducerTemplate().requestBody("direct:quote", "an-example.ovh", Quote.class);
        assertThat(quote.orderable()).isTrue();
        assertThat(OVH.sandbox().orders()).isEmpty();
    }

    @Test
    void java() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // the page has the same lines
                from("direct:quote")
                        .routeId("quote")
                        .to("ovh-domain:order?operation=quote")
                        .log("${body.domain} costs ${body.priceWithoutTax}");
            }
        });
        String here =
                Files.readString(Path.of("src/test/java/io/github/camelovh/domain/component/PageExamplesIT.java"));
        assertThat(here.replaceAll("\\s+", " ")).contains(example("Java").replaceAll("\\s+", " "));

        quotes();
    }

    @Test
    void xml() throws Exception {
        ((ModelCamelContext) context)
                .addRouteDefinitions(new ModelParser(new StringReader(example("XML")))
                        .parseRoutesDefinition()
                        .orElseThrow()
                        .getRoutes());

        quotes();
    }

    @Test
    void leadsAZoneByOneImportAndOwesNothing() throws Exception {
        add("zone");
        context.start();
        StringBuilder wish = new StringBuilder("$TTL 3600\n");
        for (int i = 0; i < 40; i++) {
            wish.append("new-").append(i).append(" IN A 192.0.2.").append(i).append('\n');
        }
        ProducerTemplate template = context.createProducerTemplate();

        assertThatThrownBy(() -> template.requestBody("direct:zone", wish.toString()))
                .hasRootCauseMessage(
                        "example.com was not changed: It would delete 18 of 20 records of example.com, but at"
                                + " most 50 percent are allowed; nothing was changed: set maxDeletePercent to 90 if that is intended.");
        String grown =
                template.requestBody("ovh-domain:dns?operation=export&param.zoneName=example.com", null, String.class)
                        + wish.substring(wish.indexOf("\n") + 1);
        assertThat(template.requestBody("direct:zone", grown, ZoneApplied.class).written())
                .isEqualTo(40);

        assertThat(OVH.sandbox().calls("POST /domain/zone/{zoneName}/import")).isEqualTo(1);
        assertThat(template.requestBody("direct:zone", grown, ZoneApplied.class).refreshed())
                .isFalse();
    }

    @Test
    void refreshesAZoneThatWaitsAsTheFirstRunAfterACrash() throws Exception {
        context.getPropertiesComponent().addInitialProperty("zone.refreshOwed", "true");
        add("zone");
        context.start();
        ProducerTemplate template = context.createProducerTemplate();
        String file =
                template.requestBody("ovh-domain:dns?operation=export&param.zoneName=example.com", null, String.class);

        assertThat(template.requestBody("direct:zone", file, ZoneApplied.class).refreshed())
                .isTrue();
        OVH.sandbox().verifyCalls("POST /domain/zone/{zoneName}/refresh", 1);
    }

    @Test
    void ordersAZoneAndWaitsForIt() throws Exception {
        add("new-zone");
        context.start();

        assertThat(context.createProducerTemplate().requestBody("direct:new-zone", "fresh.example"))
                .isEqualTo(true);
        OVH.sandbox().verifySoldOnce("fresh.example");
    }

    @Test
    void yaml() throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("page.camel.yaml", example("YAML")));

        quotes();
    }
}
