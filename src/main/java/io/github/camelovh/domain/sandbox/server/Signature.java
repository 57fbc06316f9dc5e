// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the signature of a call from its definition. It shares no code with the client. */
final class Signature {

    private Signature() {}

    static String of(String secret, String consumerKey, String method, String url, byte[] body, String timestamp) {
        MessageDigest sha1 = sha1();
        sha1.update(bytes(secret + "+" + consumerKey + "+" + method + "+" + url + "+"));
        sha1.update(body);
        sha1.update(bytes("+" + timestamp));
        return "$1$" + HexFormat.of().formatHex(sha1.digest());
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
