// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

/**
 * A name server of a name, as the registry has it.
 *
 * @param id for calls about this name server, or null
 * @param nameServer the host
 * @param nameServerType such as {@code hosted}, or null
 * @param ipv4 or null if the host name is enough
 * @param ipv6 or null if the host name is enough
 */
public record NameServer(Long id, String nameServer, String nameServerType, String ipv4, String ipv6) {}
