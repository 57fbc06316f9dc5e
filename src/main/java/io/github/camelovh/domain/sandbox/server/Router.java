// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import io.github.camelovh.domain.sandbox.contract.ApiContract;
import io.github.camelovh.domain.sandbox.contract.ContractOperation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation of a path. Immutable and thread-safe. */
final class Router {

    /**
     * The route of a call.
     *
     * @param path decoded values by placeholder
     * @param ruledPath the called path without the base of v1 and without a trailing slash; access rules refer to it
     */
    record Route(ContractOperation operation, Map<String, String> path, String ruledPath) {}

    private final ApiContract contract;

    Router(ApiContract contract) {
        this.contract = contract;
    }

    /** The called operation; empty if the path has none, or has an empty segment instead of an id. */
    Optional<Route> route(Received request) {
        String path = request.rawPath();
        boolean v2 = path.startsWith("/v2/");
        if (!v2 && !path.startsWith("/1.0/") && !path.startsWith("/v1/")) {
            return Optional.empty();
        }
        String inner = v2 ? path : path.substring(path.indexOf('/', 1));
        String bare = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        List<String> segments =
                List.of(bare.substring(Math.min(1, bare.length())).split("/", -1));
        if (segments.contains("")) {
            return Optional.empty();
        }
        return contract.match(request.method(), segments)
                .map(operation -> new Route(operation, placeholders(operation, segments), bare));
    }

    private static Map<String, String> placeholders(ContractOperation operation, List<String> segments) {
        String[] pattern = operation.pattern().substring(1).split("/", -1);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith("{")) {
                values.put(pattern[i].substring(1, pattern[i].length() - 1), Received.segment(segments.get(i)));
            }
        }
        return values;
    }
}
