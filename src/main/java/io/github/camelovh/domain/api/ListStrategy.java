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
package io.github.camelovh.domain.api;

/** The ways to read many objects, cheapest first. */
public enum ListStrategy {
    /** One call gives everything in another form, such as a zone file. */
    EXPORT,
    /** The list route gives whole objects, page by page (cursor on version 2, undocumented headers on version 1). */
    PAGES,
    /** One call per some hundred ids (undocumented). */
    BATCH,
    /** One call per id: always works. */
    SINGLE
}
