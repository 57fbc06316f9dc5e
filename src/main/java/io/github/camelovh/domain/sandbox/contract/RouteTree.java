// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation of a path, segment by segment. A literal segment takes precedence over a placeholder. */
final class RouteTree {
    private final Map<String, RouteTree> literals = new HashMap<>();
    private final Map<String, ContractOperation> here = new HashMap<>();
    private RouteTree placeholder;

    void add(ContractOperation operation) {
        RouteTree node = this;
        for (String segment : operation.segments().toList()) {
            node = node.child(segment);
        }
        node.here.put(operation.method(), operation);
    }

    Optional<ContractOperation> find(String method, List<String> segments) {
        if (segments.isEmpty()) {
            return Optional.ofNullable(here.get(method));
        }
        List<String> rest = segments.subList(1, segments.size());
        RouteTree literal = literals.get(segments.get(0));
        Optional<ContractOperation> found = literal == null ? Optional.empty() : literal.find(method, rest);
        if (found.isPresent() || placeholder == null) {
            return found;
        }
        return placeholder.find(method, rest);
    }

    private RouteTree child(String segment) {
        if (!ContractOperation.placeholder(segment)) {
            return literals.computeIfAbsent(segment, name -> new RouteTree());
        }
        if (placeholder == null) {
            placeholder = new RouteTree();
        }
        return placeholder;
    }
}
