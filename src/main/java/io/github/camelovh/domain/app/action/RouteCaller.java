// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

/** Sends requests to routes and waits for their answers. Implementations are thread-safe. */
public interface RouteCaller {
    /**
     * Sends a body to {@code direct:ROUTE}.
     *
     * @return the body of the answer; null for none
     * @throws IllegalStateException if there is no such route, or it failed with a checked exception
     * @throws RuntimeException what a step of the route threw, as it was thrown
     */
    Object request(String route, Object body);

    /** Whether a route begins with {@code direct:ROUTE}. */
    boolean has(String route);
}
