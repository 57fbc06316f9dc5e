/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.api;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * How the HTTP client reaches the net.
 *
 * @param tls own trust or key store; null takes Java's, or the context's
 * @param globalTls takes the Camel context's TLS settings when {@code tls} is null
 * @param proxyHost HTTP proxy; null for none
 * @param proxyPort its port; null for none
 * @param configurer last word on the client's builder; null for none. It must leave automatic retries and redirects off
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
