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
package io.github.camelovh.domain.dns;

/** Why a plan writes what it writes, in a clause. */
final class Reasons {

    static final String CREATE = "wished for and not there";
    static final String DELETE = "there and not wished for";
    static final String DUPLICATE = "a second copy of a record that stays";

    private Reasons() {}

    static String update(UpdatePairs.Pair pair) {
        RecordForm before = pair.before().form();
        RecordForm after = pair.after().form();
        String ttl = "TTL " + before.ttl() + " becomes " + after.ttl();
        if (before.data().equals(after.data())) {
            return before.ttl() == after.ttl() ? "the same, written otherwise" : ttl + ", data stay";
        }
        return before.ttl() == after.ttl() ? "other data" : "other data, " + ttl;
    }
}
