// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** OVHcloud's signature: SHA-1 over secret, consumer key, method, URL, body and time. Pure and thread-safe. */
final class Signer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] secrets;

    Signer(String applicationSecret, String consumerKey) {
        this.secrets = (applicationSecret + "+" + consumerKey + "+").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Signs one attempt.
     *
     * @param url as it is sent, encoded query included
     * @param body as it is sent, or null
     * @param timestamp Unix seconds in the server's time
     */
    String signature(HttpMethod method, String url, byte[] body, long timestamp) {
        MessageDigest sha1 = sha1();
        sha1.update(secrets);
        sha1.update((method.name() + '+' + url + '+').getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            sha1.update(body);
        }
        sha1.update(("+" + timestamp).getBytes(StandardCharsets.US_ASCII));
        byte[] digest = sha1.digest();
        byte[] text = new byte[3 + 2 * digest.length];
        text[0] = '$';
        text[1] = '1';
        text[2] = '$';
        for (int i = 0; i < digest.length; i++) {
            text[3 + 2 * i] = HEX[(digest[i] >> 4) & 15];
            text[4 + 2 * i] = HEX[digest[i] & 15];
        }
        return new String(text, StandardCharsets.US_ASCII);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-1, which every Java must have", e);
        }
    }

    @Override
    public String toString() {
        return "Signer[***]";
    }
}
