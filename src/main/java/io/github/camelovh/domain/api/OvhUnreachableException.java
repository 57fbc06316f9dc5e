// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/**
 * The call was never sent: no connection, unknown host, failed TLS handshake, no free connection, or an {@link Outage} in which only
 * probes are sent. Nothing was done.
 */
public final class OvhUnreachableException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param cause or null
     */
    public OvhUnreachableException(ErrorFacts facts, String sentence, Throwable cause) {
        super(facts, sentence, true, cause);
    }
}
