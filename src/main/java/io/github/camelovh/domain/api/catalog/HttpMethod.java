// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

/** The verbs of OVHcloud's API; also those that an access rule of a consumer key may name. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    DELETE,
    PATCH
}
