// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

/** Who has to do the next step. */
public enum Awaited {
    /** Nobody: it has ended. */
    NOBODY,
    /** You: something has to be given, or begun again. */
    YOU,
    /** The registries and the other registrar, by the steps of the transfer. */
    REGISTRY,
    /** OVHcloud, which mends a fault of its own. */
    OVHCLOUD
}
