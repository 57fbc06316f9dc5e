// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.time.OffsetDateTime;

/**
 * A task of OVHcloud on a name ({@code domain.Task}).
 *
 * @param id its id
 * @param function such as {@code DomainCreate}
 * @param domain the name; null on some routes
 * @param status todo, doing, done, cancelled, error, problem, or a newer value
 * @param comment or null
 * @param creationDate when it was made
 * @param todoDate when it is due
 * @param lastUpdate last change
 * @param doneDate or null
 * @param canAccelerate whether it can be accelerated
 * @param canCancel whether it can be cancelled
 * @param canRelaunch whether it can be relaunched
 * @param type {@code domain} or {@code alldom}; null on some routes
 */
public record DomainTask(
        long id,
        String function,
        String domain,
        String status,
        String comment,
        OffsetDateTime creationDate,
        OffsetDateTime todoDate,
        OffsetDateTime lastUpdate,
        OffsetDateTime doneDate,
        boolean canAccelerate,
        boolean canCancel,
        boolean canRelaunch,
        String type) {}
