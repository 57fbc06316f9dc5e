// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.contract.ApiContract;
import io.github.camelovh.domain.sandbox.contract.ContractOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The handler of each operation. Filled at start, read-only afterwards. */
final class HandlerRegistry implements Routes {
    private final ApiContract contract;
    private final SandboxClock clock;
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Map<String, ControlHandler> controls = new HashMap<>();
    private Supplier<List<SandboxOrder>> orders = List::of;
    private FileStore files;

    HandlerRegistry(ApiContract contract, SandboxClock clock) {
        this.contract = contract;
        this.clock = clock;
    }

    @Override
    public void on(String method, String pattern, Handler handler) {
        ContractOperation operation = contract.operation(method, pattern)
                .orElseThrow(() -> new IllegalArgumentException("The API has no " + method + " " + pattern));
        if (handlers.putIfAbsent(operation.key(), handler) != null) {
            throw new IllegalArgumentException("Two handlers answer " + operation.key());
        }
    }

    @Override
    public void onTimer(String name, Consumer<JsonNode> action) {
        clock.own(name, action);
    }

    @Override
    public void onControl(String name, ControlHandler handler) {
        if (controls.putIfAbsent(name, handler) != null) {
            throw new IllegalArgumentException("Two handlers own the control routes " + name);
        }
    }

    Optional<ControlHandler> control(String name) {
        return Optional.ofNullable(controls.get(name));
    }

    Set<String> controls() {
        return new TreeSet<>(controls.keySet());
    }

    @Override
    public void ordersFrom(Supplier<List<SandboxOrder>> supplier) {
        orders = supplier;
    }

    @Override
    public void onFiles(FileStore fileStore) {
        files = fileStore;
    }

    /** Empty if the sandbox has no file storage. */
    Optional<FileStore> files() {
        return Optional.ofNullable(files);
    }

    Optional<Handler> handler(ContractOperation operation) {
        return Optional.ofNullable(handlers.get(operation.key()));
    }

    /** The GET operation of a pattern, if a handler answers it. */
    Optional<ContractOperation> get(String pattern) {
        return contract.operation("GET", pattern).filter(operation -> handlers.containsKey(operation.key()));
    }

    /** The route of one item of a list: the same path with one more placeholder. */
    Optional<ContractOperation> itemOf(ContractOperation list) {
        String prefix = list.pattern() + "/{";
        return contract.operations().stream()
                .filter(operation -> operation.method().equals("GET")
                        && operation.pattern().startsWith(prefix)
                        && operation.pattern().indexOf('/', prefix.length()) < 0)
                .findFirst();
    }

    List<SandboxOrder> orders() {
        return orders.get();
    }
}
