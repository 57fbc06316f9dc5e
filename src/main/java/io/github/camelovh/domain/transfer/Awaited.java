// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

/** Who must do the next step. */
public enum Awaited {
    /** Nobody: it has ended. */
    NOBODY,
    /** You: a value must be supplied, or the task relaunched. */
    YOU,
    /** The registries and the other registrar, by the steps of the transfer. */
    REGISTRY,
    /** OVHcloud, which must solve its own problem. */
    OVHCLOUD
}
