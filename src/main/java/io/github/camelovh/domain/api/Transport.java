// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.HttpMethod;
import java.time.Duration;
import java.util.Map;

/**
 * Sends one HTTP request and returns the result. No retries, no redirects, no cookies. Implementations are thread-safe.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends once.
     *
     * @return the result; failures are results, not exceptions
     */
    Result exchange(Request request);

    @Override
    default void close() {}

    /**
     * One request, byte for byte.
     *
     * @param method never null
     * @param url absolute and encoded
     * @param headers all headers to send, besides the transport's own
     * @param body or null for none
     * @param limit how long to wait for the answer, at most; the transport may have a shorter limit of its own
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(HttpMethod method, String url, Map<String, String> headers, byte[] body, Duration limit) {
        @Override
        public String toString() {
            return method.name();
        }
    }

    /** The result of one request. */
    sealed interface Result permits Answered, NeverLeft, Lost {}

    /**
     * A complete answer came.
     *
     * @param headers looked up without regard to letter case
     * @param body empty if there was none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(int status, Map<String, String> headers, byte[] body) implements Result {}

    /**
     * Nothing was sent.
     *
     * @param why such as {@code connection refused}
     */
    record NeverLeft(String why, Exception cause) implements Result {}

    /**
     * Something was sent, but no complete answer came.
     *
     * @param why such as {@code no answer within 30 s}
     */
    record Lost(String why, Exception cause) implements Result {}
}
