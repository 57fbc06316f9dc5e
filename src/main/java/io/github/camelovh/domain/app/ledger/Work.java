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

import java.util.List;

/** The two kinds of work that are shared out by leases. */
public enum Work {
    /** To buy: what others left in {@code BUYING} first, so that open questions are settled soon, then what is approved. */
    PURCHASE(List.of(RequestState.BUYING, RequestState.APPROVED)),
    /** To watch an order until the name is delivered. */
    DELIVERY(List.of(RequestState.ORDERED));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; its type does not say so
    private final List<RequestState> states;

    Work(List<RequestState> states) {
        this.states = states;
    }

    List<RequestState> states() {
        return states;
    }
}
