// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.Repeat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The only class that knows OVHcloud's statuses and error codes. Thread-safe. */
final class ErrorClassifier {
    private static final String NOTHING_DONE = "; nothing was done";

    private final Clock clock;

    ErrorClassifier(Clock clock) {
        this.clock = clock;
    }

    /** The outcome of an attempt, as far as it matters for a retry. */
    static CallOutcome outcome(Transport.Result result, ErrorBody body) {
        if (result instanceof Transport.NeverLeft) {
            return CallOutcome.UNREACHABLE;
        }
        if (!(result instanceof Transport.Answered answer)) {
            return CallOutcome.LOST;
        }
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return CallOutcome.DONE;
        }
        if (status >= 500 || status < 200) {
            return CallOutcome.SERVER_FAULT;
        }
        return switch (status) {
            case 429 -> CallOutcome.RATE_LIMITED;
            case 408 -> CallOutcome.GATEWAY_TIMEOUT;
            case 400 ->
                isCode(body, "QUERY_TIME_OUT", "INVALID_SIGNATURE") ? CallOutcome.STALE_TIME : CallOutcome.REFUSED;
            case 401 -> CallOutcome.STALE_TOKEN;
            default -> CallOutcome.REFUSED;
        };
    }

    /** How long the server asks to wait, from a header in seconds or as a date; null when it does not say. */
    Duration retryAfter(String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String text = header.strip();
        try {
            if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return text.length() > 9 ? Duration.ofDays(1) : Duration.ofSeconds(Long.parseLong(text));
            }
            Duration left = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException e) {
            return null; // a header that cannot be parsed counts as no header
        }
    }

    /** The exception for a call that got no answer. */
    static OvhApiException unanswered(ApiCall call, Transport.Result result) {
        ErrorFacts facts = new ErrorFacts(call.call(), 0, null, null, null, null);
        if (result instanceof Transport.NeverLeft never) {
            return new OvhUnreachableException(
                    facts,
                    call.call() + " could not be sent: " + never.why()
                            + "; nothing was done. Check the endpoint, the network and the proxy, then try again",
                    never.cause());
        }
        Transport.Lost lost = (Transport.Lost) result;
        return call.repeat() == Repeat.ONCE
                ? new OvhUnknownOutcomeException(facts, unknown(call, lost.why()), lost.cause())
                : new OvhServerFaultException(
                        facts, call.call() + " was sent, but " + lost.why() + ". Try again later", lost.cause());
    }

    private static String unknown(ApiCall call, String why) {
        return call.call() + " was sent, but " + why
                + "; it may have taken effect. Check at OVHcloud before you send anything again";
    }

    /** The exception for a call that was answered with anything but 2xx. */
    OvhApiException refusal(ApiCall call, Transport.Answered answer, ErrorBody body) {
        int status = answer.status();
        String said = body.message().isEmpty() ? "" : ": " + body.message();
        ErrorFacts facts = new ErrorFacts(
                call.call(),
                status,
                body.code(),
                body.message(),
                body.details(),
                answer.headers().get("X-OVH-QUERYID"));
        String refused = call.call() + " was refused" + said;
        if (status >= 500 || status == 408 || status < 200) {
            return fault(call, facts, body, said);
        }
        if (isCode(body, "INVALID_SIGNATURE", "QUERY_TIME_OUT", "INVALID_KEY", "NOT_CREDENTIAL", "INVALID_CREDENTIAL")
                || isCode(body, "invalid_client", "invalid_grant", "unauthorized_client", "invalid_token")
                || status == 401) {
            return new OvhAuthenticationException(
                    facts, refused + NOTHING_DONE + ". " + authenticationAdvice(body), null);
        }
        if (body.code() != null && body.code().endsWith("RuleNotRespected")) {
            return eligibility(call, facts);
        }
        return switch (status) {
            case 403 -> missingRight(call, facts, refused);
            case 404, 410 -> new OvhNotFoundException(facts, refused + NOTHING_DONE, null);
            case 409, 412, 423 ->
                new OvhConflictException(
                        facts, refused + NOTHING_DONE + ". Read its current state, then decide again", null);
            case 429 ->
                new OvhRateLimitException(
                        facts,
                        call.call() + " was refused because of too many calls" + said + NOTHING_DONE
                                + ". Try again later, or lower callsPerSecond",
                        retryAfter(answer.headers().get("Retry-After")));
            case 460 ->
                new OvhExpiredServiceException(
                        facts, refused + NOTHING_DONE + ". Renew or pay the service first", null);
            default -> new OvhRejectedInputException(facts, refused + NOTHING_DONE, null);
        };
    }

    private static OvhApiException fault(ApiCall call, ErrorFacts facts, ErrorBody body, String said) {
        String who = body.json() ? "OVHcloud failed" : "a gateway before OVHcloud failed";
        if (call.repeat() == Repeat.ONCE) {
            return new OvhUnknownOutcomeException(
                    facts, unknown(call, who + " (status " + facts.status() + said + ")"), null);
        }
        return new OvhServerFaultException(facts, call.call() + ": " + who + said + ". Try again later", null);
    }

    private static OvhApiException eligibility(ApiCall call, ErrorFacts facts) {
        StringBuilder text = new StringBuilder(call.call())
                .append(" was refused: ")
                .append(facts.apiMessage())
                .append(NOTHING_DONE);
        String separator = ". To correct: ";
        for (var violation : OvhEligibilityException.violations(facts).entrySet()) {
            text.append(separator).append(violation.getKey()).append(": ").append(violation.getValue());
            separator = "; ";
        }
        return new OvhEligibilityException(facts, text.toString());
    }

    private static OvhApiException missingRight(ApiCall call, ErrorFacts facts, String refused) {
        String named = facts.details().get("unauthorizedActionsByIAM");
        String action = named == null || named.isBlank() ? call.iamAction() : named;
        String advice = ". A consumer key needs the access rule \"" + call.accessRule() + "\""
                + (action == null ? "" : "; a service account or user needs the IAM action " + action);
        return new OvhMissingRightException(facts, refused + NOTHING_DONE + advice, call.accessRule(), action);
    }

    private static String authenticationAdvice(ErrorBody body) {
        if (isCode(body, "INVALID_KEY")) {
            return "Check the application key, and that it belongs to this endpoint";
        }
        if (isCode(body, "INVALID_SIGNATURE", "QUERY_TIME_OUT")) {
            return "Check the application secret and the consumer key, and this machine's clock";
        }
        if (isCode(body, "NOT_CREDENTIAL", "INVALID_CREDENTIAL")) {
            return "The consumer key is unknown, not yet confirmed, expired or not allowed from this address:"
                    + " get a new one with login";
        }
        return "Check the credentials and the endpoint";
    }

    private static boolean isCode(ErrorBody body, String... codes) {
        if (body == null || body.code() == null) {
            return false;
        }
        for (String code : codes) {
            if (code.equals(body.code())) {
                return true;
            }
        }
        return false;
    }
}
