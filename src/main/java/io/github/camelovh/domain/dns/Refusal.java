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

/**
 * What is wrong with a zone file, and where.
 *
 * @param line counted from 1; where a record goes over several lines, its first; 0 when it is about the whole file
 * @param reason a sentence without final stop
 */
public record Refusal(int line, String reason) {

    @Override
    public String toString() {
        return (line == 0 ? "" : "line " + line + ": ") + reason;
    }
}
