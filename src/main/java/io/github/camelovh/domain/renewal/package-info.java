// SPDX-License-Identifier: Apache-2.0
/** How names are renewed when they expire. */
package io.github.camelovh.domain.renewal;
