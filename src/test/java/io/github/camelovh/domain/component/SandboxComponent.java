// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import org.apache.camel.CamelContext;

/** Connects the component of a context to a sandbox. */
final class SandboxComponent {

    private SandboxComponent() {}

    /** {@return the component, with the sandbox's address and keys, and a very high rate limit} */
    static OvhDomainComponent in(CamelContext context, OvhSandbox sandbox) {
        OvhDomainComponent component = context.getComponent(OvhDomainConstants.SCHEME, OvhDomainComponent.class);
        AccountConfiguration options = component.getDefaultAccount();
        options.setRegion(sandbox.baseUrl().toString());
        options.setApplicationKey(OvhSandbox.APPLICATION_KEY);
        options.setApplicationSecret(OvhSandbox.APPLICATION_SECRET);
        options.setConsumerKey(OvhSandbox.CONSUMER_KEY);
        options.setCallsPerSecond(1000);
        return component;
    }
}
