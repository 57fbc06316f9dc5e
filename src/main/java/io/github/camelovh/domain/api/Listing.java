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
package io.github.camelovh.domain.api;

import java.util.List;

/**
 * Many objects, and which of the listed ones could not be had. A vanished or expired one never stops the others.
 *
 * @param found the objects, in the server's order
 * @param missing ids that were listed but gone when asked for (404)
 * @param expired ids of services that are expired or suspended (460)
 * @param strategy the way that was used
 * @param callsMade HTTP calls that this part took
 */
public record Listing<T>(
        List<T> found, List<String> missing, List<String> expired, ListStrategy strategy, int callsMade) {
    public Listing {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
        expired = List.copyOf(expired);
    }
}
