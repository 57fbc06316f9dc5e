// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

/** Another worker has the change by now; this one must do nothing about it any more. */
public final class ClaimLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClaimLostException(String domain) {
        super(domain + " is in other hands by now");
    }
}
