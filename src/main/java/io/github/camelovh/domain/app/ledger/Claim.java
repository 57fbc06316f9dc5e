// SPDX-License-Identifier: Apache-2.0
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
