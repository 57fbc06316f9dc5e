// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import java.util.List;

/**
 * Where the latest transfer of a name stands.
 *
 * @param domain the name in ASCII form
 * @param task its task at OVHcloud, {@code GET /me/task/domain/{id}}; null where there is none
 * @param incoming whether it comes to OVHcloud, else it leaves; false where there is none
 * @param status of the task: todo, doing, done, cancelled, error, problem or a newer value; null where there is none
 * @param comment what OVHcloud says about it; null for nothing
 * @param step what is being done, by the task's progress bar; null where that is not told
 * @param progress of the task in percent; null where that is not told
 * @param awaited who has to do the next step
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

    /** Whether nothing will happen any more by itself or at all. */
    public boolean hasEnded() {
        return awaited == Awaited.NOBODY;
    }
}
