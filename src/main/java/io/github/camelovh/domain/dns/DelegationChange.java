// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainTask;

/**
 * What became of a change at the registry.
 *
 * @param changed false when everything was as wished already, and nothing was sent
 * @param task what the registry's side is doing; null when nothing was sent, or the answer was lost and reading showed the
 *     effect
 * @param summary a sentence
 */
public record DelegationChange(boolean changed, DomainTask task, String summary) {}
