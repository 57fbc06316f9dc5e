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
package io.github.camelovh.domain.operation;

/**
 * An operation was asked for in a way that cannot work: unknown name, missing or unknown parameter, value of the wrong
 * form. Nothing was sent. The message says what would have been right.
 */
public final class WrongUsageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Tells what was wrong.
     *
     * @param message what was wrong, and what would have been right; never a parameter's secret value
     */
    public WrongUsageException(String message) {
        super(message);
    }
}
