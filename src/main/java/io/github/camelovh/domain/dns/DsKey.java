// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;

/**
 * A DNSSEC key at the registry ({@code dnssec.Key}); the API accepts the public key, never a digest.
 *
 * @param algorithm IANA's number: 3, 5 to 8, 10, 12 to 16
 * @param flags 256 (zone signing) or 257 (key signing)
 * @param tag the key tag, 0 to 65535
 * @param publicKey base64, without spaces
 */
public record DsKey(int algorithm, int flags, int tag, String publicKey) {
    private static final int PROTOCOL = 3;
    private static final Pattern DNSKEY = Pattern.compile("(\\d{1,5})\\s+(\\d{1,3})\\s+(\\d{1,3})\\s+(\\S.*)");

    public DsKey {
        Objects.requireNonNull(publicKey, "publicKey");
        publicKey = publicKey.replaceAll("\\s", "");
        if (flags != 256 && flags != 257) {
            throw new IllegalArgumentException("The flags of a DNSSEC key are 256 or 257, not " + flags);
        }
        if (tag < 0 || tag > 65_535) {
            throw new IllegalArgumentException("The tag of a DNSSEC key is between 0 and 65535, not " + tag);
        }
        if (!publicKey.matches("[A-Za-z0-9+/]+={0,2}")) {
            throw new IllegalArgumentException("The public key of tag " + tag + " is not base64");
        }
    }

    /**
     * A key as name servers give it (RFC 4034, 2.2): flags, protocol, algorithm, key. The tag is computed.
     *
     * @param text such as {@code 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0d...}
     * @throws IllegalArgumentException if the text is not a key
     */
    public static DsKey ofDnskey(String text) {
        Matcher parts = DNSKEY.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("A key is written as flags, protocol, algorithm and base64");
        }
        if (Integer.parseInt(parts.group(2)) != PROTOCOL) {
            throw new IllegalArgumentException("The protocol of a DNSSEC key is 3, not " + parts.group(2));
        }
        int flags = Integer.parseInt(parts.group(1));
        int algorithm = Integer.parseInt(parts.group(3));
        if (algorithm > 255) {
            throw new IllegalArgumentException("The algorithm of a DNSSEC key is a number up to 255, not " + algorithm);
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(parts.group(4).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The public key is not base64", e);
        }
        int tag = new DNSKEYRecord(Name.root, DClass.IN, 0, flags, PROTOCOL, algorithm, key).getFootprint();
        return new DsKey(algorithm, flags, tag, parts.group(4));
    }
}
