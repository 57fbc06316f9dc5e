// SPDX-License-Identifier: Apache-2.0
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
