// SPDX-License-Identifier: Apache-2.0
/**
 * The data that registries ask for, about the contacts and the order of a name, evaluated without a call.
 *
 * <p>Read {@link io.github.camelovh.domain.rules.Rule} first, which is read from {@code GET /domain/configurationRule},
 * then {@link io.github.camelovh.domain.rules.RuleEvaluator}. The server's own {@code check} has the final decision.
 * Never here: Camel, HTTP or SQL; ArchitectureTest checks that.
 */
package io.github.camelovh.domain.rules;
