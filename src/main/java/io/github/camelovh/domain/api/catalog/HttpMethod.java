// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

/** The HTTP methods of OVHcloud's API, and of the access rules of consumer keys. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    DELETE,
    PATCH
}
