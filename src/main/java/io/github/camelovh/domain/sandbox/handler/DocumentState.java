// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;

/** A file of the account, such as a copy of an identity card. Times are epoch milliseconds, 0 for never. */
final class DocumentState {

    String id;
    String name;
    ArrayNode tags;
    long created;
    long expires;
    /** The uploaded bytes; null before. */
    byte[] content;

    long size() {
        return content == null ? 0 : content.length;
    }

    /** The format from its file name, lower case; empty if the name has none. */
    String format() {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
