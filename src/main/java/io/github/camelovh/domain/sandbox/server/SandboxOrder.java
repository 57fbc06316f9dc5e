// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.math.BigDecimal;

/**
 * An order as the control route {@code GET /_sandbox/orders} tells it: one line per name or zone bought.
 *
 * @param action {@code create}, {@code transfer}, {@code renew}, {@code autorenew} (OVHcloud itself), {@code trade}, {@code zone}
 * @param cancelled whether it was cancelled, or not paid in time: nothing comes of it
 * @param price what it costs with tax, in euros
 */
public record SandboxOrder(
        long orderId, String domain, String action, boolean paid, boolean cancelled, BigDecimal price) {}
