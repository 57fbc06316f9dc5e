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
 * Something that OVHcloud does to a zone ({@code domain.zone.Task}).
 *
 * @param id its number in {@code /domain/zone/{zoneName}/task/{id}}
 * @param function such as {@code ZoneImport}
 * @param status {@code todo}, {@code doing}, {@code done}, {@code error}, {@code cancelled}
 * @param comment what went wrong, or null
 */
public record ZoneTask(long id, String function, String status, String comment) {

    /** Whether nothing more will happen of itself. */
    public boolean isOver() {
        return "done".equals(status) || "cancelled".equals(status) || "error".equals(status);
    }
}
