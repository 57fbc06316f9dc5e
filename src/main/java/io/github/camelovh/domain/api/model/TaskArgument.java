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
package io.github.camelovh.domain.api.model;

import java.util.List;

/**
 * A value of a task that can be corrected ({@code nichandle.DomainTaskArgument}).
 *
 * @param key its name
 * @param description or null
 * @param type {@code string}, {@code /me/contact}, {@code /me/document}
 * @param value may be a secret; or null
 * @param acceptedValues empty when anything goes
 * @param acceptedFormats of a document
 * @param readOnly cannot be corrected
 * @param minimumSize or null
 * @param maximumSize or null
 * @param fields of the contact, to be corrected
 * @param template or null
 */
public record TaskArgument(
        String key,
        String description,
        String type,
        String value,
        List<String> acceptedValues,
        List<String> acceptedFormats,
        boolean readOnly,
        Long minimumSize,
        Long maximumSize,
        List<String> fields,
        String template) {
    public TaskArgument {
        acceptedValues = acceptedValues == null ? List.of() : List.copyOf(acceptedValues);
        acceptedFormats = acceptedFormats == null ? List.of() : List.copyOf(acceptedFormats);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    @Override
    public String toString() {
        return "argument " + key + " of type " + type;
    }
}
