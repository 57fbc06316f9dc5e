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
package io.github.camelovh.domain.desired;

import java.util.List;
import java.util.Objects;

/**
 * Where a name stands after its target was to be changed.
 *
 * @param domain the name
 * @param changed false where the target was as wished already, and nothing was sent
 * @param resourceStatus {@code READY}: the name is as its target says; {@code UPDATING}: OVHcloud is at it; {@code ERROR}: it
 *     cannot go on by itself
 * @param checksum of the target as it is now
 * @param tasks what is under way, or in error; empty for nothing
 */
public record TargetOutcome(
        String domain, boolean changed, String resourceStatus, String checksum, List<TargetTask> tasks) {
    public TargetOutcome {
        Objects.requireNonNull(domain);
        tasks = List.copyOf(tasks);
    }
}
