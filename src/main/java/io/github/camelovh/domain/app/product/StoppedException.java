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
package io.github.camelovh.domain.app.product;

/** The process was told to end (SIGTERM, Ctrl-C) before its work was done. */
public final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("Stopped, as this process was told to end. What is under way is seen to its end, for up to half a minute;"
                + " the same command goes on with the rest.");
    }
}
