// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** OVHcloud does not know the keys, the token or the signature, or does not accept them any more. Nothing was done. */
public final class OvhAuthenticationException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param cause or null
     */
    public OvhAuthenticationException(ErrorFacts facts, String sentence, Throwable cause) {
        super(facts, sentence, false, cause);
    }
}
