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
package io.github.camelovh.domain.dns;

import java.util.List;
import java.util.Objects;

/**
 * What would make one record set as wished.
 *
 * @param set the set
 * @param changes the writes; empty when it is as wished, or refused
 * @param refusal why it may not or cannot be, naming the option that opens it if there is one; null when nothing speaks
 *     against it
 */
public record SetPlan(RecordSet set, List<ZoneChange> changes, String refusal) {
    public SetPlan {
        Objects.requireNonNull(set, "set");
        changes = List.copyOf(changes);
    }

    static SetPlan refused(RecordSet set, String why) {
        return new SetPlan(set, List.of(), why);
    }
}
