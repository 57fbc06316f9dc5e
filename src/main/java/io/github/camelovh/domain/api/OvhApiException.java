// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.model.VisibleText;
import java.util.Map;

/**
 * A call to OVHcloud that failed. There is one subclass for each case that a caller handles differently.
 *
 * <p>Immutable. Neither message nor cause contains a secret, a query or a body.
 */
public abstract sealed class OvhApiException extends RuntimeException
        permits OvhAuthenticationException,
                OvhMissingRightException,
                OvhNotFoundException,
                OvhConflictException,
                OvhRejectedInputException,
                OvhEligibilityException,
                OvhRateLimitException,
                OvhExpiredServiceException,
                OvhServerFaultException,
                OvhUnreachableException,
                OvhUnknownOutcomeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorFacts facts;
    private final boolean retryable;

    OvhApiException(ErrorFacts facts, String sentence, boolean retryable, Throwable cause) {
        super(withReferences(facts, sentence), cause);
        this.facts = facts;
        this.retryable = retryable;
    }

    private static String withReferences(ErrorFacts facts, String sentence) {
        StringBuilder text = new StringBuilder(sentence);
        String opener = " [";
        if (facts.status() > 0) {
            text.append(opener).append("HTTP ").append(facts.status());
            opener = ", ";
        }
        if (facts.code() != null) {
            text.append(opener).append(facts.code());
            opener = ", ";
        }
        if (facts.queryId() != null) {
            text.append(opener).append("query id ").append(facts.queryId());
            opener = ", ";
        }
        // Much of the text is from the server: it must not look like another log line or control a terminal.
        return VisibleText.line((opener.equals(", ") ? text.append(']') : text).toString());
    }

    /** HTTP status of the answer; 0 when none came. */
    public int status() {
        return facts.status();
    }

    /** OVHcloud's error code or class, such as {@code NOT_GRANTED_CALL}; null when it gave none. */
    public String code() {
        return facts.code();
    }

    /** OVHcloud's own sentence; null when it gave none. */
    public String apiMessage() {
        return facts.apiMessage();
    }

    /** Members of the answer's {@code details}; empty when there are none. */
    public Map<String, String> details() {
        return facts.details();
    }

    /** OVHcloud's id of the call, which its support asks for; null when it gave none. */
    public String queryId() {
        return facts.queryId();
    }

    /** Method and path of the call, such as {@code POST /order/cart}. */
    public String call() {
        return facts.call();
    }

    /** Whether exactly the same call can be made again later without harm and with a chance of success. */
    public boolean retryable() {
        return retryable;
    }
}
