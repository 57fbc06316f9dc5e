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
package io.github.camelovh.domain.app.ledger;

/**
 * A worker's hold on a request. It is worth something only as long as owner and version are still those in the ledger;
 * every change is made on that condition.
 *
 * @param requestId the request
 * @param domain its name, for messages
 * @param state the state it was claimed in, or moved to since
 * @param version the fence
 * @param owner the worker's process; a new one for each start
 * @param purchaseKey key of its purchase, null if nothing is bought
 */
public record Claim(long requestId, String domain, RequestState state, int version, String owner, String purchaseKey) {}
