// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

/**
 * A mail that asks somebody for an answer. It is not sent; testers read it here.
 *
 * @param at epoch milliseconds
 * @param about the name
 * @param what the question
 * @param to the recipient: an account or {@code owner}
 * @param taskId the task that waits for the answer
 * @param token the token that the answer must contain
 */
record MailState(long at, String about, String what, String to, long taskId, String token) {}
