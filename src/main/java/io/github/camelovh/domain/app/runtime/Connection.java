// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.endpoint.Endpoints;
import java.util.Properties;
import org.apache.camel.main.Main;

/** The component alone, without ledger and workflows: for single calls. To be closed. */
public final class Connection implements AutoCloseable {
    private final Main main;
    private final Endpoints endpoints;

    private Connection(Main main) {
        this.main = main;
        this.endpoints = new Endpoints(main::getCamelContext);
    }

    /** Connects with the settings of the component that are among these. */
    public static Connection open(Properties properties) throws Exception {
        Main main = Workflows.none(properties);
        main.start();
        return new Connection(main);
    }

    /** The component's endpoints. */
    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        main.stop();
    }
}
