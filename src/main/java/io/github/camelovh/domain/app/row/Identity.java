// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How the identity of a file is computed: SHA-256 over its bytes, written in lower-case hexadecimal. A file that is known by its one row,
 * whatever its bytes, has one by another digest, so that no bytes have the same. Stateless.
 */
public final class Identity {
    private Identity() {}

    /**
     * The identity of a file of one row.
     *
     * @param row as the ledger keeps it, with its action and its name
     */
    public static String ofRow(String row) {
        MessageDigest digest = digest("SHA-512/256");
        digest.update(row.getBytes(StandardCharsets.UTF_8));
        return text(digest);
    }

    static MessageDigest digest() {
        return digest("SHA-256");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no " + algorithm, e);
        }
    }

    static String text(MessageDigest complete) {
        return HexFormat.of().formatHex(complete.digest());
    }
}
