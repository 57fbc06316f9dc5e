// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

/** The plan waits for an approval, or it is over a limit. Nothing was bought. */
final class WaitsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WaitsException(String sentence) {
        super(sentence);
    }
}
