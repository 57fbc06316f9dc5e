/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
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
