// SPDX-License-Identifier: Apache-2.0
/**
 * What a registry wants to know of a name's contacts and order, evaluated without a call. A {@link
 * io.github.camelovh.domain.rules.Rule} is read from {@code GET /domain/configurationRule}; the server's own {@code check} stays the
 * judge.
 */
package io.github.camelovh.domain.rules;
