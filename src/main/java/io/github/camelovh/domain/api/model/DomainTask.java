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

import java.time.OffsetDateTime;

/**
 * Work of OVHcloud on a name ({@code domain.Task}).
 *
 * @param id its id
 * @param function such as {@code DomainCreate}
 * @param domain the name; null on some routes
 * @param status todo, doing, done, cancelled, error, problem, or a newer value
 * @param comment or null
 * @param creationDate when it was made
 * @param todoDate when it is due
 * @param lastUpdate last change
 * @param doneDate or null
 * @param canAccelerate may be hurried
 * @param canCancel may be given up
 * @param canRelaunch may be tried again
 * @param type {@code domain} or {@code alldom}; null on some routes
 */
public record DomainTask(
        long id,
        String function,
        String domain,
        String status,
        String comment,
        OffsetDateTime creationDate,
        OffsetDateTime todoDate,
        OffsetDateTime lastUpdate,
        OffsetDateTime doneDate,
        boolean canAccelerate,
        boolean canCancel,
        boolean canRelaunch,
        String type) {}
