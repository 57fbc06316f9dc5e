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

/** Whether one call may be sent twice: a fact of the API route, not of the moment. */
public enum Repeat {
    /** Changes nothing; sent again whenever no usable answer came. */
    READ,
    /** Changes something, but twice is the same as once (PUT, DELETE, a refresh); sent again likewise. */
    REPEATABLE,
    /** Twice is not the same as once (an order, a payment); sent again only when the server surely did not act. */
    ONCE
}
