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
package io.github.camelovh.domain.app.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A name that comes near its expiry, of which somebody is told once.
 *
 * @param domain the name in ASCII form
 * @param expires when it expires
 * @param tier so many days before that, at most
 * @param text what happens, or stands in the way
 * @param tell whom to tell; null for nobody in particular
 * @param needsAttention whether a person has to do something
 * @param at when it was noted
 */
public record RenewalWarning(
        String domain, LocalDate expires, int tier, String text, String tell, boolean needsAttention, Instant at) {
    public RenewalWarning {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(expires);
        Objects.requireNonNull(text);
        Objects.requireNonNull(at);
    }
}
