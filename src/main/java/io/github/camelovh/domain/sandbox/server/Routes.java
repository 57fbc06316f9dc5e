// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The registry of routes, for {@link ResourceHandlers#register}. */
public interface Routes {

    /**
     * Registers the handler of an operation.
     *
     * @param method upper case
     * @param pattern as the schema writes it; v2 routes begin with {@code /v2/}
     * @throws IllegalArgumentException if the contract has no such operation, or it has a handler already
     */
    void on(String method, String pattern, Handler handler);

    /**
     * Registers a timer: after {@link SandboxClock#schedule} with this name, {@code action} runs at the due time.
     *
     * @param name unique in the sandbox, e.g. {@code order.deliver}
     */
    void onTimer(String name, Consumer<JsonNode> action);

    /**
     * Registers the control routes {@code /_sandbox/NAME} and below.
     *
     * @param name unique in the sandbox
     */
    void onControl(String name, ControlHandler handler);

    /** Registers the source of the orders for the control route and {@code OvhSandbox.orders()}; only once. */
    void ordersFrom(Supplier<List<SandboxOrder>> orders);

    /** Registers the file storage besides the API; only once. */
    void onFiles(FileStore fileStore);
}
