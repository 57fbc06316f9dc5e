// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * How the HTTP client connects.
 *
 * @param tls own trust store or key store; null uses Java's, or the context's
 * @param globalTls whether to use the Camel context's TLS settings when {@code tls} is null
 * @param proxyHost HTTP proxy; null for none
 * @param proxyPort its port; null for none
 * @param configurer changes the client's builder last; null for none. It must leave automatic retries and redirects off
 */
public record HttpOptions(
        SSLContextParameters tls,
        boolean globalTls,
        String proxyHost,
        Integer proxyPort,
        HttpClientConfigurer configurer) {
    public HttpOptions {
        if ((proxyHost == null) != (proxyPort == null)) {
            throw new IllegalArgumentException("A proxy needs both host and port");
        }
    }

    /** Java's own trust store, no proxy. */
    public static HttpOptions plain() {
        return new HttpOptions(null, false, null, null, null);
    }

    @Override
    public String toString() {
        return "HttpOptions[proxy " + proxyHost + ":" + proxyPort + "]";
    }
}
