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

import io.github.camelovh.domain.app.desk.Progress;
import io.github.camelovh.domain.app.product.Product;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Tells every few seconds how far a file is. Used by one thread. */
final class ProgressLine implements LongConsumer {
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Progress progress;
    private final PrintWriter err;
    private long toldAt = System.nanoTime();
    private String last = "";

    ProgressLine(Product product, PrintWriter err) {
        this.progress = product.progress();
        this.err = err;
    }

    @Override
    public void accept(long fileId) {
        if (System.nanoTime() - toldAt < EVERY.toNanos()) {
            return;
        }
        toldAt = System.nanoTime();
        String line = progress.line(fileId);
        if (!line.equals(last)) {
            err.println(line);
            last = line;
        }
    }
}
