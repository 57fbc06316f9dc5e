// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.Locale;
import java.util.Objects;

/**
 * A name server of a name at its registry ({@code domain.nameServer.NameServerInput}).
 *
 * @param host lower case, without the final dot
 * @param ip needed for a host under the name itself if the registry has no host objects; else null
 */
public record NameServerHost(String host, String ip) {
    public NameServerHost {
        Objects.requireNonNull(host, "host");
        host = host.strip().toLowerCase(Locale.ROOT);
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (host.isEmpty()) {
            throw new IllegalArgumentException("A name server needs a host name");
        }
        ip = ip == null || ip.isBlank() ? null : ip.strip();
    }

    /**
     * A name server from one word: {@code ns1.example.net}, or {@code ns1.example.com/192.0.2.1}.
     *
     * @throws IllegalArgumentException if it is not a host
     */
    public static NameServerHost of(String word) {
        int slash = word.indexOf('/');
        return slash < 0
                ? new NameServerHost(word, null)
                : new NameServerHost(word.substring(0, slash), word.substring(slash + 1));
    }

    @Override
    public String toString() {
        return ip == null ? host : host + "/" + ip;
    }
}
