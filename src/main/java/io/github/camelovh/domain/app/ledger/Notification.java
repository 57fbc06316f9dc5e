// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/**
 * A move that is to be told.
 *
 * @param number of the move in the ledger; later moves of a row have greater ones
 * @param file the file that the row came from
 * @param line its line there
 * @param action what is asked, as in the file
 * @param domain the name in ASCII form
 * @param move what happened
 * @param orderId the order at that time, null if none
 * @param whatToDo what a person may do about it, null if nothing
 */
public record Notification(
        long number,
        ImportedFile file,
        long line,
        String action,
        String domain,
        RequestMove move,
        Long orderId,
        String whatToDo) {}
