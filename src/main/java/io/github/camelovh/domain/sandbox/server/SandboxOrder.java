// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.math.BigDecimal;

/**
 * An order as the control route {@code GET /_sandbox/orders} shows it: one line per bought name or zone.
 *
 * @param action {@code create}, {@code transfer}, {@code renew}, {@code autorenew} (OVHcloud itself), {@code trade},
 * {@code zone}
 * @param cancelled whether it was cancelled or not paid in time, so that nothing is delivered
 * @param price the price with tax, in euros
 */
public record SandboxOrder(
        long orderId, String domain, String action, boolean paid, boolean cancelled, BigDecimal price) {}
