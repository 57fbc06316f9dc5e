// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/**
 * The call was sent and no usable answer came: it may have taken effect. Check at OVHcloud; never send it again without
 * that check.
 */
public final class OvhUnknownOutcomeException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param cause or null
     */
    public OvhUnknownOutcomeException(ErrorFacts facts, String sentence, Throwable cause) {
        super(facts, sentence, false, cause);
    }
}
