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
package io.github.camelovh.domain.app.cli;

/** What the command line ends with. */
enum ExitCode {
    /** All done. */
    DONE(0),
    /** Some rows were not done; the result files say which and why. */
    SOME_NOT_DONE(1),
    /** The command line or the settings are wrong. */
    WRONG_USAGE(2),
    /** It waits for approval, or a limit stands against it. Nothing was bought. */
    WAITS(3),
    /** There are no keys, or they lack a right. */
    NO_RIGHT(4),
    /** Anything else. */
    FAILED(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
