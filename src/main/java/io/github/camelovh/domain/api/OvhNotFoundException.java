// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** The object, service or route does not exist, or is not this account's (404). Nothing was done. */
public final class OvhNotFoundException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param cause or null
     */
    public OvhNotFoundException(ErrorFacts facts, String sentence, Throwable cause) {
        super(facts, sentence, false, cause);
    }
}
