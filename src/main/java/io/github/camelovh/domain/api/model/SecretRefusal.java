// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/** Refuses to write what {@link HoldsSecret}. */
final class SecretRefusal extends StdSerializer<Object> {
    private static final long serialVersionUID = 1L;

    SecretRefusal() {
        super(Object.class);
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider) throws JsonMappingException {
        throw JsonMappingException.from(
                out,
                value.getClass().getSimpleName()
                        + " holds a secret, so it is not written as JSON. Read the value that you"
                        + " need from the object, where you need it");
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator out, SerializerProvider provider, TypeSerializer types)
            throws JsonMappingException {
        serialize(value, out, provider);
    }
}
