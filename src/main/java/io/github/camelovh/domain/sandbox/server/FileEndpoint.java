// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;

/** The file storage besides the API, like an object store with temporary links: PUT and GET, unsigned. */
final class FileEndpoint {

    /** Its only route, as journal and faults name it after the method. */
    static final String ROUTE = FileStore.PATH + "documents/{id}";

    /** The largest document, in bytes; the server reads no more. */
    static final int LARGEST = 20_000_000;

    private final HandlerRegistry handlers;

    FileEndpoint(HandlerRegistry handlers) {
        this.handlers = handlers;
    }

    static boolean owns(String rawPath) {
        return rawPath.startsWith(FileStore.PATH);
    }

    /** Answers any call except a GET. */
    SandboxAnswer answer(Received request) {
        if (!request.method().equals("PUT")) {
            return SandboxAnswer.error(405, null, "The storage takes PUT and GET");
        }
        boolean taken = handlers.files()
                .filter(store -> store.put(request.target(), request.body()))
                .isPresent();
        return taken ? new SandboxAnswer(201, NullNode.getInstance(), Map.of(), true) : invalid();
    }

    Served get(Received request) {
        return handlers.files()
                .flatMap(store -> store.get(request.target()))
                .map(content -> new Served(200, "application/octet-stream", content, Map.of()))
                .orElseGet(() -> Served.json(invalid()));
    }

    private static SandboxAnswer invalid() {
        return SandboxAnswer.error(401, null, "The link is not valid, or not any more");
    }
}
