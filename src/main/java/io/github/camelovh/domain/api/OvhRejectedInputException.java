// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** OVHcloud refused parameters or body (400 and other 4xx). Nothing was done. */
public final class OvhRejectedInputException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param cause or null
     */
    public OvhRejectedInputException(ErrorFacts facts, String sentence, Throwable cause) {
        super(facts, sentence, false, cause);
    }
}
