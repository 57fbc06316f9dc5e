// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.contract;

/**
 * A parameter or a property.
 *
 * @param nullable null is a value of it
 * @param readOnly may be sent back unchanged, never changed
 */
public record Field(String type, boolean required, boolean nullable, boolean readOnly) {}
