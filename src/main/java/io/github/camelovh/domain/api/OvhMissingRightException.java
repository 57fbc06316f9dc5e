// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** The keys are known but have no right to this call (403). Nothing was done. */
public final class OvhMissingRightException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    private final String accessRule;
    private final String iamAction;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param accessRule the rule that would allow the call, such as {@code GET /domain/*}
     * @param iamAction the IAM actions that would allow it, or null when they are not known
     */
    public OvhMissingRightException(ErrorFacts facts, String sentence, String accessRule, String iamAction) {
        super(facts, sentence, false, null);
        this.accessRule = accessRule;
        this.iamAction = iamAction;
    }

    /** The access rule of a consumer key that would allow the call, such as {@code GET /domain/*}. */
    public String accessRule() {
        return accessRule;
    }

    /** The IAM actions that would allow the call, such as {@code dnsZone:apiovh:record/create}; null when not known. */
    public String iamAction() {
        return iamAction;
    }
}
