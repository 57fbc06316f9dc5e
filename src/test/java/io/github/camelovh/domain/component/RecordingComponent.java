// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.operation.OperationCaller;
import io.github.camelovh.domain.operation.RecordedOperations;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.annotations.Component;

/** The component, whose composite operations send nothing: each answers with the values that it would be called with. */
@Component(OvhDomainConstants.SCHEME)
final class RecordingComponent extends OvhDomainComponent {

    /** Adds it to a context. */
    static void in(CamelContext context) {
        RecordingComponent component = new RecordingComponent();
        component.getDefaultAccount().setRegion("http://127.0.0.1:9/1.0");
        component.getDefaultAccount().setAccessToken("token");
        context.addComponent(OvhDomainConstants.SCHEME, component);
    }

    @Override
    OperationCaller caller(OvhApi api, OvhDomainConfiguration options) {
        return new OperationCaller(api, RecordedOperations.all());
    }
}
