// SPDX-License-Identifier: Apache-2.0
/**
 * The product while its database, OVHcloud or one of its nodes fails and comes back: nothing is done twice, and everything goes on by
 * itself. Samples run in {@code verify}, the long forms with {@code -Pcrash}.
 */
package io.github.camelovh.domain.faults;
