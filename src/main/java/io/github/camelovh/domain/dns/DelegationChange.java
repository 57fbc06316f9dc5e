// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainTask;

/**
 * The result of a change at the registry.
 *
 * @param changed false if there was no difference, and nothing was sent
 * @param task the registry's task; null when nothing was sent, or the answer was lost and a read showed the effect
 * @param summary a sentence
 */
public record DelegationChange(boolean changed, DomainTask task, String summary) {}
