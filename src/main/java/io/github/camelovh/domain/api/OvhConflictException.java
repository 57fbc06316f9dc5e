// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** The object is not in a state that allows the call, or changed meanwhile (409, 412, 423). Nothing was done. */
public final class OvhConflictException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param cause or null
     */
    public OvhConflictException(ErrorFacts facts, String sentence, Throwable cause) {
        super(facts, sentence, false, cause);
    }
}
