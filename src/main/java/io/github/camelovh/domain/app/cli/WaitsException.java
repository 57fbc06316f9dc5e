// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

/** It waits for a person's word, or a limit stands against it; nothing was bought. */
final class WaitsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WaitsException(String sentence) {
        super(sentence);
    }
}
