// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How the identity of a file is computed: SHA-256 over its bytes, written in lower-case hexadecimal. */
final class Identity {
    private Identity() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one has not", e);
        }
    }

    static String text(MessageDigest complete) {
        return HexFormat.of().formatHex(complete.digest());
    }
}
