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
package io.github.camelovh.domain.app.row;

/** Which column of a file gives what a rule is about. */
public final class RuleColumns {
    private static final String OWNER_CONTACT = "OWNER_CONTACT";
    private static final String AUTH_INFO = "AUTH_INFO";

    private RuleColumns() {}

    /**
     * The column of a path in a rule: {@code owner.address.city} for {@code OWNER_CONTACT.address.city}.
     *
     * @param path labels from the top, joined by dots
     */
    public static String column(String path) {
        if (path.equals(OWNER_CONTACT)) {
            return Columns.OWNER_CONTACT;
        }
        if (path.startsWith(OWNER_CONTACT + ".")) {
            return Columns.OWNER + path.substring(OWNER_CONTACT.length() + 1);
        }
        if (path.equals(AUTH_INFO)) {
            return Columns.AUTH_CODE;
        }
        int dot = path.indexOf('.');
        return Columns.CONFIG + (dot < 0 ? path : path.substring(0, dot));
    }
}
