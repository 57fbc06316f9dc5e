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
