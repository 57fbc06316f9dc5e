// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

/** Which operations a message may choose by its header, in place of the endpoint's. */
public enum OperationFromMessage {
    /**
     * One of the same or a lower risk. One that changes or spends must have all limits of the endpoint's operation, so that they bound
     * it too. Of an endpoint without an operation, messages choose among those that read.
     */
    SAME_RISK,
    /** Any operation of the resource. */
    ANY
}
