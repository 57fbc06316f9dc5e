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
package io.github.camelovh.domain.renewal;

import java.time.LocalDate;

/**
 * How a name is set to be renewed, {@code GET /domain/{serviceName}/serviceInfos}.
 *
 * @param domain the name in ASCII form
 * @param serviceId for {@code /service}
 * @param mode what happens when it expires
 * @param creation when the account got it; null where it is not told
 * @param expiration when that is; null where it is not told
 * @param status OVHcloud's word: ok, expired, unPaid and others
 * @param forced whether OVHcloud lets nobody change the mode
 * @param cancellable whether it can be given up at its expiry
 */
public record RenewalState(
        String domain,
        long serviceId,
        RenewalMode mode,
        LocalDate creation,
        LocalDate expiration,
        String status,
        boolean forced,
        boolean cancellable) {}
