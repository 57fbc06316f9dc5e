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
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.order.Quote;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
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

/** The examples of the component's page do what the page says, in each of the three languages. */
class PageExamplesIT {

    @RegisterExtension
    static final OvhSandboxExtension OVH = new OvhSandboxExtension();

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
                // the same lines stand on the page
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
    void yaml() throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("page.camel.yaml", example("YAML")));

        quotes();
    }
}
