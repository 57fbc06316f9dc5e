// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import org.xbill.DNS.Address;

/** Addresses as text: IPv4 in dotted form, IPv6 in the recommended form (RFC 5952). */
final class Addresses {

    private static final int GROUPS = 8;

    private Addresses() {}

    static String v4(String text) throws MalformedException {
        int[] numbers = Address.toArray(text, Address.IPv4);
        // dnsjava refuses leading zeros, which some programs would read as octal numbers.
        if (numbers == null) {
            throw new MalformedException("it is not an IPv4 address");
        }
        return numbers[0] + "." + numbers[1] + "." + numbers[2] + "." + numbers[3];
    }

    static String v6(String text) throws MalformedException {
        byte[] bytes = Address.toByteArray(text, Address.IPv6);
        if (bytes == null || text.indexOf('%') >= 0) {
            throw new MalformedException("it is not an IPv6 address");
        }
        return shortest(bytes);
    }

    /** Replaces the first longest run of two or more zero groups with {@code ::}; lower case, no leading zeros. */
    static String shortest(byte[] address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (address[2 * i] & 0xff) << 8 | (address[2 * i + 1] & 0xff);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = 0;
            while (i + run < GROUPS && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
                text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
