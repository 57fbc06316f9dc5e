// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

/** Answers one API operation. */
@FunctionalInterface
public interface Handler {

    /**
     * The answer to a request that passed the checks: signed, granted, and valid by the contract.
     *
     * @throws SandboxRefusal for an error answer from nested code
     */
    SandboxAnswer answer(SandboxRequest request);
}
