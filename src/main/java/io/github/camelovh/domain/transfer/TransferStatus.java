// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import java.util.List;

/**
 * The state of the latest transfer of a name.
 *
 * @param domain the name in ASCII form
 * @param task its task at OVHcloud, {@code GET /me/task/domain/{id}}; null if there is none
 * @param incoming whether it moves to OVHcloud, otherwise away; false if there is none
 * @param status of the task: todo, doing, done, cancelled, error, problem or a newer value; null if there is none
 * @param comment OVHcloud's comment; null for none
 * @param step the current step, from the task's progress bar; null if not known
 * @param progress of the task in percent; null if not known
 * @param awaited who must do the next step
 * @param canDo what can be done about it: relaunch, cancel, accelerate; never null
 */
public record TransferStatus(
        String domain,
        Long task,
        boolean incoming,
        String status,
        String comment,
        String step,
        Integer progress,
        Awaited awaited,
        List<String> canDo) {
    public TransferStatus {
        canDo = List.copyOf(canDo);
    }

    /** Whether nothing more will happen. */
    public boolean hasEnded() {
        return awaited == Awaited.NOBODY;
    }
}
