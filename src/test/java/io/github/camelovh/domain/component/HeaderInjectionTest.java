// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contents of an untrusted message must not control the HTTP call. */
class HeaderInjectionTest {

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(2));

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    @Test
    void ignoresEveryHeaderThatIsNotOurs() {
        OvhSandbox sandbox = OVH.sandbox();
        SandboxComponent.in(context, sandbox);
        context.start();
        Map<String, Object> foreign = new HashMap<>(Map.of(
                "CamelHttpUri", "http://127.0.0.1:9/evil",
                "CamelHttpPath", "/me/order",
                "CamelHttpQuery", "status=done",
                "CamelHttpMethod", "DELETE",
                "camelhttpuri", "http://127.0.0.1:9/evil",
                "Host", "evil.example",
                "X-Ovh-Application", "another-key",
                "X-Ovh-Batch", ",",
                "operation", "update",
                "parameters", Map.of("whoisOwner", "1")));

        Exchange answered = context.createProducerTemplate()
                .request("ovh-domain:domain?operation=list", exchange -> exchange.getMessage()
                        .setHeaders(foreign));

        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody(List.class)).hasSize(2);
        assertThat(sandbox.calls("GET /domain")).isEqualTo(1);
        assertThat(sandbox.calls()).isLessThanOrEqualTo(2); // the clock may be read once
    }

    @Test
    void keepsLineBreaksAndSeparatorsOutOfTheRequest() {
        OvhSandbox sandbox = OVH.sandbox();
        SandboxComponent.in(context, sandbox);
        context.start();
        ProducerTemplate template = context.createProducerTemplate();
        String evil = "x\r\nHost: evil.example\r\n\r\nDELETE /1.0/domain HTTP/1.1";

        Exchange header = template.request("ovh-domain:domain?operation=listNames", exchange -> exchange.getMessage()
                .setHeader(OvhDomainConstants.PARAMETERS, Map.of("X-Pagination-Cursor", evil)));
        assertThat(header.getException()).isInstanceOf(WrongUsageException.class);
        assertThat(sandbox.calls()).isZero();

        Exchange broken = template.request("ovh-domain:domain?operation=list", exchange -> exchange.getMessage()
                .setHeader(OvhDomainConstants.PARAMETERS, Map.of("whoisOwner", "1" + evil)));
        assertThat(broken.getException()).isInstanceOf(WrongUsageException.class);

        Exchange path = template.request("ovh-domain:api?operation=call", exchange -> exchange.getMessage()
                .setHeader(OvhDomainConstants.PARAMETERS, Map.of("path", "/domain" + evil)));
        assertThat(path.getException()).isInstanceOf(WrongUsageException.class);
        assertThat(sandbox.calls()).isZero();

        Exchange query = template.request("ovh-domain:domain?operation=list", exchange -> exchange.getMessage()
                .setHeader(OvhDomainConstants.PARAMETERS, Map.of("whoisOwner", "1&iamTags=x#?a=b")));
        assertThat(query.getException()).isNull();
        assertThat(query.getMessage().getBody(List.class)).isEmpty();
        assertThat(sandbox.calls("GET /domain")).isEqualTo(1);
    }

    @Test
    void filtersByPrefixInAnyLetterCase() {
        OvhDomainHeaderFilterStrategy filter = new OvhDomainHeaderFilterStrategy();

        assertThat(filter.applyFilterToCamelHeaders("camelovhdomainOperation", "x", null))
                .isFalse();
        assertThat(filter.applyFilterToCamelHeaders("CamelHttpUri", "x", null)).isTrue();
        assertThat(filter.applyFilterToExternalHeaders("X-CamelOvhDomainOperation", "x", null))
                .isTrue();
    }
}
