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
 * A plan was begun and could not be brought to its end. What was done, and whether it is served, is in {@link #applied()};
 * a new plan is simply the rest.
 */
public final class ZoneNotFinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ZoneApplied applied;

    ZoneNotFinishedException(ZoneApplied applied, String message, Throwable cause) {
        super(message, cause);
        this.applied = applied;
    }

    /** How far it came. */
    public ZoneApplied applied() {
        return applied;
    }
}
