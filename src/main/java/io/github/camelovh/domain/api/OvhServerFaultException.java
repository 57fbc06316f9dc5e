// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** OVHcloud, or a gateway before it, failed (408, 5xx) or sent an unreadable answer to a call that can be retried. */
public final class OvhServerFaultException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param cause or null
     */
    public OvhServerFaultException(ErrorFacts facts, String sentence, Throwable cause) {
        super(facts, sentence, true, cause);
    }
}
