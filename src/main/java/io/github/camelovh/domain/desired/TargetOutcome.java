// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.desired;

import java.util.List;
import java.util.Objects;

/**
 * The state of a name after a change of its target.
 *
 * @param domain the name
 * @param changed false if the target had these values already, and nothing was sent
 * @param resourceStatus {@code READY}: the name is as its target says; {@code UPDATING}: OVHcloud is changing it;
 * {@code ERROR}: it cannot continue by itself
 * @param checksum of the current target
 * @param tasks open tasks and tasks in error; empty for none
 */
public record TargetOutcome(
        String domain, boolean changed, String resourceStatus, String checksum, List<TargetTask> tasks) {
    public TargetOutcome {
        Objects.requireNonNull(domain);
        tasks = List.copyOf(tasks);
    }
}
