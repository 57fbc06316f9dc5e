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
package io.github.camelovh.domain.app.carry;

/** A zone cannot be carried as a row wants it; nothing was ordered for its name. */
public final class CarryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String whatToDo;

    /** @param whatToDo how the operator gets it done */
    public CarryRefusedException(String message, String whatToDo) {
        super(message);
        this.whatToDo = whatToDo;
    }

    /** How the operator gets it done. */
    public String whatToDo() {
        return whatToDo;
    }
}
