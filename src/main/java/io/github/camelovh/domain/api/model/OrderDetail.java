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
package io.github.camelovh.domain.api.model;

/**
 * One line of an order ({@code order.OrderDetail}).
 *
 * @param cartItemID the item it comes from, or null
 * @param description free text
 * @param detailType such as {@code DURATION}, {@code GIFT}; or null
 * @param domain the service, or a placeholder such as {@code *001}
 * @param quantity how many
 * @param unitPrice without tax
 * @param totalPrice without tax
 */
public record OrderDetail(
        Long cartItemID,
        String description,
        String detailType,
        String domain,
        Long quantity,
        Price unitPrice,
        Price totalPrice) {}
