// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Checks whether an address is in a block such as {@code 198.51.100.0/24}. */
final class IpBlock {

    private IpBlock() {}

    static boolean contains(String block, String address) {
        int slash = block.indexOf('/');
        try {
            byte[] net = InetAddress.getByName(slash < 0 ? block : block.substring(0, slash))
                    .getAddress();
            byte[] one = InetAddress.getByName(address).getAddress();
            int bits = slash < 0 ? net.length * 8 : Integer.parseInt(block.substring(slash + 1));
            if (net.length != one.length) {
                return false;
            }
            for (int bit = 0; bit < Math.min(bits, net.length * 8); bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((net[bit / 8] & mask) != (one[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
