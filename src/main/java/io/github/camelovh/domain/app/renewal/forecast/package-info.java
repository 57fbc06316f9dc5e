// SPDX-License-Identifier: Apache-2.0
/** What the renewals of the next two years come to, and which names are at risk. */
package io.github.camelovh.domain.app.renewal.forecast;
