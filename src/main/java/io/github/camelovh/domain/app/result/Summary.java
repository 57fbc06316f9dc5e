// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;

/**
 * The result of a file in figures, the contents of {@code NAME.summary.json}. A file of an earlier version may have
 * other members.
 *
 * @param file safe name of the file
 * @param identity SHA-256 of its content
 * @param planCode code of the plan; null if nothing was planned
 * @param rows rows read = planned + done + refused + failed + unfinished + cancelled
 * @param planned rows whose plan waits for an approval; 0 once the file is finished
 * @param done rows whose request is fulfilled
 * @param refused rows not done for a reason in the file or a limit
 * @param failed rows that OVHcloud refused for good
 * @param unfinished rows that a person must check; until the file is finished, those that are approved or under way too
 * @param cancelled rows that were never begun, because a person rejected or cancelled them, or a newer file replaced
 * them
 * @param orders orders made
 * @param totalWithTax sum of those orders with tax
 * @param currency currency of that sum
 * @param apiCalls calls that this process made to OVHcloud for all its files until now; the cart for prices is deleted
 * later, with one call
 * @param seconds from the file's arrival to its end, including the wait for an approval
 * @param finishedAt ISO 8601 instant; null, and not in the file, until the file is finished
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({
    "file",
    "identity",
    "planCode",
    "rows",
    "planned",
    "done",
    "refused",
    "failed",
    "unfinished",
    "cancelled",
    "orders",
    "totalWithTax",
    "currency",
    "apiCalls",
    "seconds",
    "finishedAt"
})
public record Summary(
        String file,
        String identity,
        String planCode,
        long rows,
        long planned,
        long done,
        long refused,
        long failed,
        long unfinished,
        long cancelled,
        long orders,
        BigDecimal totalWithTax,
        String currency,
        long apiCalls,
        BigDecimal seconds,
        @JsonInclude(JsonInclude.Include.NON_NULL) String finishedAt) {

    /** How many rows have this state. */
    public long count(ResultState state) {
        return switch (state) {
            case DONE -> done;
            case REFUSED -> refused;
            case FAILED -> failed;
            case UNFINISHED -> unfinished;
            case CANCELLED -> cancelled;
        };
    }
}
