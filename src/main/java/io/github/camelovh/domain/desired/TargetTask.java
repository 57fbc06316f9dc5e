// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.desired;

import java.util.List;
import java.util.Objects;

/**
 * A task of OVHcloud that brings a name to its target ({@code common.CurrentTask}).
 *
 * @param id its number, a UUID; see {@code GET /v2/domain/name/{domainName}/task/{taskId}}
 * @param type such as {@code DomainUnlock}
 * @param status {@code PENDING}, {@code SCHEDULED}, {@code RUNNING}, {@code WAITING_USER_INPUT}, {@code ERROR}
 * @param errors its errors; empty for none
 */
public record TargetTask(String id, String type, String status, List<String> errors) {
    public TargetTask {
        Objects.requireNonNull(id);
        errors = List.copyOf(errors);
    }
}
