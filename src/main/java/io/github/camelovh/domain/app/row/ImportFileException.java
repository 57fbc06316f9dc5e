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
package io.github.camelovh.domain.app.row;

/**
 * A file that cannot be taken as a whole: empty, binary, broken encoding, unknown column, cut off and the like. The
 * message tells the operator what is wrong, where, and what to do; no row of the file counts.
 */
public final class ImportFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;

    ImportFileException(long line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the file where it shows, from 1; 0 if the file as a whole is meant. */
    public long line() {
        return line;
    }
}
