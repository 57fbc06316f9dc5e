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
package io.github.camelovh.domain.sandbox.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation of a path, segment by segment; a literal segment wins over a placeholder. */
final class RouteTree {
    private final Map<String, RouteTree> literals = new HashMap<>();
    private final Map<String, Operation> here = new HashMap<>();
    private RouteTree placeholder;

    void add(Operation operation) {
        RouteTree node = this;
        for (String segment : operation.segments().toList()) {
            node = node.child(segment);
        }
        node.here.put(operation.method(), operation);
    }

    Optional<Operation> find(String method, List<String> segments) {
        if (segments.isEmpty()) {
            return Optional.ofNullable(here.get(method));
        }
        List<String> rest = segments.subList(1, segments.size());
        RouteTree literal = literals.get(segments.get(0));
        Optional<Operation> found = literal == null ? Optional.empty() : literal.find(method, rest);
        if (found.isPresent() || placeholder == null) {
            return found;
        }
        return placeholder.find(method, rest);
    }

    private RouteTree child(String segment) {
        if (!Operation.placeholder(segment)) {
            return literals.computeIfAbsent(segment, name -> new RouteTree());
        }
        if (placeholder == null) {
            placeholder = new RouteTree();
        }
        return placeholder;
    }
}
