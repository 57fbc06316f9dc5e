// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.util.Objects;

/** An error answer as an exception. */
public final class SandboxRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SandboxAnswer answer;

    public SandboxRefusal(SandboxAnswer answer) {
        super(String.valueOf(answer.body()), null, false, false);
        this.answer = Objects.requireNonNull(answer);
    }

    /** The answer for the caller. */
    public SandboxAnswer answer() {
        return answer;
    }
}
