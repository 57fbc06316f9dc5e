// SPDX-License-Identifier: Apache-2.0
/**
 * Renewals: how names are set to be renewed, and their renewal by an order, once for each expiry.
 *
 * <p>Read {@link io.github.camelovh.domain.renewal.Renewals} first, then {@link
 * io.github.camelovh.domain.renewal.Renewer}, which is the only class here that spends money. Never here: Camel, HTTP
 * or SQL, which ArchitectureTest checks, and the operator's rules, which are in {@code app.renewal.policy}.
 */
package io.github.camelovh.domain.renewal;
