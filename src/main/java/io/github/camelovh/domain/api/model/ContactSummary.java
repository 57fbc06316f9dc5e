// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

/**
 * A contact of a name in one role.
 *
 * @param id a nichandle such as {@code xx1234-ovh}, or the number of an owner contact
 */
public record ContactSummary(String id) {}
