// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Rows of several actions, each for a name of its own. */
final class MixedRows {
    private static final String HEADER = "action,domain,authCode,nameServers,renewal,subDomain,fieldType,target";

    private final Deque<String> owned;
    private final Random random;
    private int number;

    /** @param owned the names of the account */
    MixedRows(Collection<String> owned, Random random) {
        this.owned = new ArrayDeque<>(owned);
        this.random = random;
    }

    /** A file of this many rows. */
    List<String> next(int count) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < count; i++) {
            number++;
            lines.add(row(random.nextInt(14)));
        }
        return lines;
    }

    private String row(int kind) {
        return switch (kind) {
            case 0, 1, 2, 3 -> "order,bought-%d.com,,,,,,".formatted(number);
            case 4 -> "transfer,taken-moved-%1$d.net,AUTH-taken-moved-%1$d.net,keep,,,,".formatted(number);
            case 5 -> "renew,%s,,,,,,".formatted(owned.pop());
            case 6 -> "set-name-servers,%s,,ns1.example.net ns2.example.net,,,,".formatted(owned.pop());
            case 7 -> "lock,%s,,,,,,".formatted(lockable());
            case 8 -> "unlock,%s,,,,,,".formatted(lockable());
            case 9, 10 -> "set-record,%s,,,,shop,A,192.0.2.%d".formatted(owned.pop(), number % 250);
            case 11 -> "delete-record,%s,,,,www,CNAME,".formatted(owned.pop());
            default -> "set-auto-renew,%s,,,%s,,,".formatted(owned.pop(), kind == 12 ? "automatic" : "manual");
        };
    }

    /** Not each extension has a transfer lock. */
    private String lockable() {
        String name =
                owned.stream().filter(each -> each.endsWith(".com")).findFirst().orElseThrow();
        owned.remove(name);
        return name;
    }
}
