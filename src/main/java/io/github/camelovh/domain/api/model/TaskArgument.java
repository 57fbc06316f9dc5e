// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.List;

/**
 * An argument of a task that can be corrected ({@code nichandle.DomainTaskArgument}).
 *
 * @param key its name
 * @param description or null
 * @param type {@code string}, {@code /me/contact}, {@code /me/document}
 * @param value may be a secret; or null
 * @param acceptedValues empty if any value is accepted
 * @param acceptedFormats of a document
 * @param readOnly whether it cannot be corrected
 * @param minimumSize or null
 * @param maximumSize or null
 * @param fields of the contact that must be corrected
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
