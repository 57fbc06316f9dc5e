// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a {@link ResourceHandlers} registers on. */
public interface Routes {

    /**
     * Answers an operation.
     *
     * @param method upper case
     * @param pattern as the schema writes it; v2 routes begin with {@code /v2/}
     * @throws IllegalArgumentException if the contract has no such operation, or another room answers it already
     */
    void on(String method, String pattern, Handler handler);

    /**
     * Owns a timer: when {@link SandboxClock#schedule} was called with this name, {@code action} runs at the due time.
     *
     * @param name unique in the house, e.g. {@code order.deliver}
     */
    void onTimer(String name, Consumer<JsonNode> action);

    /**
     * Owns the control routes {@code /_sandbox/NAME} and below.
     *
     * @param name unique in the house
     */
    void onControl(String name, ControlHandler handler);

    /** Gives the orders to the control route and to {@code OvhSandbox.orders()}; one room only. */
    void ordersFrom(Supplier<List<SandboxOrder>> orders);

    /** Keeps the files of the storage beside the API; one room only. */
    void onFiles(FileStore fileStore);
}
