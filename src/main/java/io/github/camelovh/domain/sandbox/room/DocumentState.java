/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox.room;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;

/** A file of the account, such as a copy of an identity card. Times are epoch milliseconds, 0 for never. */
final class DocumentState {

    String id;
    String name;
    ArrayNode tags;
    long created;
    long expires;
    /** The bytes that were put; null before. */
    byte[] content;

    long size() {
        return content == null ? 0 : content.length;
    }

    /** The format that its name tells, lower case; empty if it tells none. */
    String format() {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
