// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** The service is suspended or expired (460): it must be renewed or paid first. Nothing was done. */
public final class OvhExpiredServiceException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param cause or null
     */
    public OvhExpiredServiceException(ErrorFacts facts, String sentence, Throwable cause) {
        super(facts, sentence, false, cause);
    }
}
