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
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a {@link Room} registers on. */
public interface Routes {

    /**
     * Answers an operation.
     *
     * @param method upper case
     * @param pattern as the schema writes it; v2 routes begin with {@code /v2/}
     * @throws IllegalArgumentException if the contract has no such operation, or another room answers it already
     */
    void on(String method, String pattern, Handler handler);

    /**
     * Owns a timer: when {@link SandboxClock#schedule} was called with this name, {@code action} runs at the due time.
     *
     * @param name unique in the house, e.g. {@code order.deliver}
     */
    void onTimer(String name, Consumer<JsonNode> action);

    /**
     * Owns the control routes {@code /_sandbox/NAME} and below.
     *
     * @param name unique in the house
     */
    void onControl(String name, ControlHandler handler);

    /** Gives the orders to the control route and to {@code OvhSandbox.orders()}; one room only. */
    void ordersFrom(Supplier<List<SandboxOrder>> orders);

    /** Keeps the files of the storage beside the API; one room only. */
    void onFiles(FileShelf shelf);
}
