// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/**
 * A task of OVHcloud on a zone ({@code domain.zone.Task}).
 *
 * @param id its number in {@code /domain/zone/{zoneName}/task/{id}}
 * @param function such as {@code ZoneImport}
 * @param status {@code todo}, {@code doing}, {@code done}, {@code error}, {@code cancelled}
 * @param comment what went wrong, or null
 */
public record ZoneTask(long id, String function, String status, String comment) {

    /** Whether the task has ended. */
    public boolean isOver() {
        return "done".equals(status) || "cancelled".equals(status) || "error".equals(status);
    }
}
