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
package io.github.camelovh.domain.app.ledger;

import java.util.Objects;

/**
 * One way a request may go.
 *
 * @param from the state it leaves
 * @param event what happens
 * @param to the state it enters; may be the same
 * @param precedesEffect whether a call that changes something at OVHcloud may follow, so that this move must be written
 *     before it and whoever finds the request in {@code to} must look for traces of that call first
 */
public record Transition(RequestState from, RequestEvent event, RequestState to, boolean precedesEffect) {
    public Transition {
        Objects.requireNonNull(from);
        Objects.requireNonNull(event);
        Objects.requireNonNull(to);
    }
}
