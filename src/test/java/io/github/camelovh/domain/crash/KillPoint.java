// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import io.github.camelovh.domain.crash.WiretapProxy.Moment;
import java.util.regex.Pattern;

/**
 * A point at which the process is killed.
 *
 * @param route the request's route without its variable parts, e.g. {@code POST /order/cart/{}/checkout}
 * @param nth which request of that route, counted from 1
 * @param moment the moment of the exchange
 */
record KillPoint(String route, int nth, Moment moment) {

    private static final Pattern UUID =
            Pattern.compile("/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("/[0-9,%C]*[0-9](?=/|$)");
    private static final Pattern NAME = Pattern.compile("/[^/]*\\.[a-z]{2,}(?=/|$)");

    /** The route of a request line such as {@code GET /1.0/me/order/123/status HTTP/1.1}. */
    static String route(String requestLine) {
        String[] words = requestLine.split(" ");
        String path = words[1].replaceFirst("^/(1\\.0|v1)", "");
        int query = path.indexOf('?');
        String bare = query < 0 ? path : path.substring(0, query);
        bare = UUID.matcher(bare).replaceAll("/{}");
        bare = NUMBER.matcher(bare).replaceAll("/{}");
        bare = NAME.matcher(bare).replaceAll("/{}");
        return words[0] + " " + bare + (query < 0 ? "" : "?");
    }
}
