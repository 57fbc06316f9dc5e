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
package io.github.camelovh.domain.app.zone;

import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.Ownership;
import java.util.Objects;

/**
 * How far dropped zone files may go.
 *
 * @param apply whether plans that no guard stops are applied without a person's word
 * @param guards the limits
 * @param ownership what of a zone is ours
 */
public record ZoneRules(boolean apply, GuardSettings guards, Ownership ownership) {
    public ZoneRules {
        Objects.requireNonNull(guards);
        Objects.requireNonNull(ownership);
    }
}
