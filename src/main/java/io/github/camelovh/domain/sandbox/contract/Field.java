// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.contract;

/**
 * A parameter or a property.
 *
 * @param nullable whether null is a valid value
 * @param readOnly whether it may only be sent back unchanged
 */
public record Field(String type, boolean required, boolean nullable, boolean readOnly) {}
