// SPDX-License-Identifier: Apache-2.0
/**
 * The forecast of renewals: the costs of the next two years, and the names at risk.
 *
 * <p>Read {@code ForecastSum} first, which computes it; {@code ForecastFiles} writes it. Never here: Camel or SQL, and
 * changes of any kind.
 */
package io.github.camelovh.domain.app.renewal.forecast;
