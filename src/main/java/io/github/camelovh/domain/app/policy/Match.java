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
package io.github.camelovh.domain.app.policy;

/**
 * Whether a condition fits a name.
 *
 * @param fit yes, no, or not known
 * @param words the condition and what was seen, for whoever asks why
 */
public record Match(Fit fit, String words) {
    /** How it fits. */
    public enum Fit {
        /** It does. */
        YES,
        /** It does not. */
        NO,
        /** What it asks for is not known of the name. */
        UNKNOWN
    }

    static Match of(boolean fits, String words) {
        return new Match(fits ? Fit.YES : Fit.NO, words);
    }

    static Match unknown(String words) {
        return new Match(Fit.UNKNOWN, words);
    }
}
