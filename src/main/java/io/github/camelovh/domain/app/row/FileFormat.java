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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How a file was written, so that its results can be written alike.
 *
 * @param charset encoding it was read with
 * @param separator comma, semicolon or tab
 * @param byteOrderMark whether it began with one
 */
public record FileFormat(Charset charset, char separator, boolean byteOrderMark) {
    public FileFormat {
        Objects.requireNonNull(charset);
    }

    /** UTF-8 with commas. */
    public static FileFormat plain() {
        return new FileFormat(StandardCharsets.UTF_8, ',', false);
    }
}
