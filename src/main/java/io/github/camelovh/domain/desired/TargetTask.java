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
package io.github.camelovh.domain.desired;

import java.util.List;
import java.util.Objects;

/**
 * What OVHcloud does to bring a name to its target ({@code common.CurrentTask}).
 *
 * @param id its number, a UUID; see {@code GET /v2/domain/name/{domainName}/task/{taskId}}
 * @param type such as {@code DomainUnlock}
 * @param status {@code PENDING}, {@code SCHEDULED}, {@code RUNNING}, {@code WAITING_USER_INPUT}, {@code ERROR}
 * @param errors what stands in its way; empty for nothing
 */
public record TargetTask(String id, String type, String status, List<String> errors) {
    public TargetTask {
        Objects.requireNonNull(id);
        errors = List.copyOf(errors);
    }
}
