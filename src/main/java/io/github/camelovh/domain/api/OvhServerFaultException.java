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

    /**
     * A successful answer that cannot be used.
     *
     * @param call such as {@code PUT /domain/contact/7}
     * @param why a sentence that says all
     */
    public static OvhServerFaultException unusable(String call, String why, Throwable cause) {
        return new OvhServerFaultException(new ErrorFacts(call, 200, null, null, null, null), why, cause);
    }
}
