// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

/**
 * A mail that asks somebody for an answer. No mail is sent: testers read it.
 *
 * @param at epoch milliseconds
 * @param about the name
 * @param what is asked
 * @param to who is asked: an account or {@code owner}
 * @param taskId the task that waits for the answer
 * @param token what the answer has to hold
 */
record MailState(long at, String about, String what, String to, long taskId, String token) {}
