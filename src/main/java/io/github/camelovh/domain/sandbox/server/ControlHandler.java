// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Answers the unsigned control routes under one name, with which testers read and change the state of a handler. */
@FunctionalInterface
public interface ControlHandler {

    /**
     * The answer to a tester. Called under the sandbox's lock; the state is stored afterwards.
     *
     * @param method upper case
     * @param path the decoded segments after the name
     * @param body the JSON sent; an empty object if none was sent
     * @throws IllegalArgumentException if the request is not valid; the message goes to the tester
     */
    JsonNode answer(String method, List<String> path, JsonNode body);
}
