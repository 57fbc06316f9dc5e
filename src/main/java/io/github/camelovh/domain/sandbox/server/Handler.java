// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

/** Answers one API operation. */
@FunctionalInterface
public interface Handler {

    /**
     * The answer to a request that has passed the gate: signed, granted, and of the form that the contract asks for.
     *
     * @throws SandboxRefusal for an error answer found deep inside
     */
    SandboxAnswer answer(SandboxRequest request);
}
