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

import io.github.camelovh.domain.sandbox.OvhSandbox;
import org.apache.camel.CamelContext;

/** Points the component of a context at a sandbox. */
final class SandboxComponent {

    private SandboxComponent() {}

    /** {@return the component, with the sandbox's address and keys, and no limit to speak of} */
    static OvhDomainComponent in(CamelContext context, OvhSandbox sandbox) {
        OvhDomainComponent component = context.getComponent(OvhDomainConstants.SCHEME, OvhDomainComponent.class);
        OvhDomainConfiguration options = component.getConfiguration();
        options.setRegion(sandbox.baseUrl().toString());
        options.setApplicationKey(OvhSandbox.APPLICATION_KEY);
        options.setApplicationSecret(OvhSandbox.APPLICATION_SECRET);
        options.setConsumerKey(OvhSandbox.CONSUMER_KEY);
        options.setCallsPerSecond(1000);
        return component;
    }
}
