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
import java.util.regex.Pattern;

/** A right of a consumer key: {@code *} in the path stands for any text, slashes included. */
record AccessRule(String method, String path) {

    static AccessRule of(JsonNode json) {
        return new AccessRule(json.path("method").asText(), json.path("path").asText());
    }

    boolean covers(String calledMethod, String calledPath) {
        if (!method.equals(calledMethod)) {
            return false;
        }
        StringBuilder pattern = new StringBuilder();
        for (String part : path.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.matches(pattern.toString(), calledPath);
    }
}
