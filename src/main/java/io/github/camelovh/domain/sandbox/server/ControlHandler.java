// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Answers the unsigned control routes under one name: what testers see and steer of a room. */
@FunctionalInterface
public interface ControlHandler {

    /**
     * The answer to a tester; called under the lock of the house, state is kept afterwards.
     *
     * @param method upper case
     * @param path the decoded segments after the name
     * @param body the JSON sent; an empty object if none was
     * @throws IllegalArgumentException for what is not understood; the message goes to the tester
     */
    JsonNode answer(String method, List<String> path, JsonNode body);
}
