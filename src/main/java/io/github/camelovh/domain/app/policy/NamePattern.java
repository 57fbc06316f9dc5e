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
package io.github.camelovh.domain.app.policy;

import java.util.List;
import java.util.Locale;

/**
 * A pattern of names in which each star stands for any text, none included. Matching takes time in proportion to the name's
 * length.
 *
 * @param text as it was written, lower case, in ASCII form
 */
record NamePattern(String text) {
    NamePattern {
        text = text.toLowerCase(Locale.ROOT);
    }

    boolean matches(String name) {
        List<String> parts = List.of(text.split("\\*", -1));
        if (parts.size() == 1) {
            return name.equals(text);
        }
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        if (name.length() < first.length() + last.length() || !name.startsWith(first) || !name.endsWith(last)) {
            return false;
        }
        int at = first.length();
        int end = name.length() - last.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = name.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
