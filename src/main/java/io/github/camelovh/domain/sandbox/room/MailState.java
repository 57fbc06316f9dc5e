/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox.room;

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
