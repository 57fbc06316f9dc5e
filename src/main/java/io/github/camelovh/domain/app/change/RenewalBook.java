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
package io.github.camelovh.domain.app.change;

import io.github.camelovh.domain.api.model.DomainName;
import java.time.LocalDate;
import java.util.Optional;

/** Which renewals were ordered before: their orders may be older than those that OVHcloud is asked for. */
@FunctionalInterface
public interface RenewalBook {
    /** The order that renewed a name beyond this expiry, whether its expiry moved already or not. */
    Optional<Long> orderOf(DomainName name, LocalDate expiry);
}
