// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.camelovh.domain.api.model.AuthCode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * JSON as OVHcloud uses it: unknown members are ignored, decimals are exact, times keep their offset, null members are
 * not sent.
 *
 * <p>Thread-safe.
 */
public final class ApiJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(times())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** Writes secrets as they are, because the API needs them: only for what is sent to the API. */
    private static final ObjectMapper REQUESTS = MAPPER.copy().addMixIn(AuthCode.class, Sent.class);

    private ApiJson() {}

    /**
     * The mapper that reads and writes answers. It refuses what {@link io.github.camelovh.domain.api.model.HoldsSecret}.
     * Do not reconfigure it.
     *
     * @return always the same one
     */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * The mapper that makes the bodies of calls out of what users give. It writes an {@link AuthCode} as its code, so
     * nothing that it writes may go anywhere else than to the API. Do not reconfigure it.
     *
     * @return always the same one
     */
    public static ObjectMapper requests() {
        return REQUESTS;
    }

    static byte[] bytes(Object body) {
        try {
            return REQUESTS.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            // The mapper's own message may quote the value, which may be a secret.
            e.clearLocation();
            throw new IllegalArgumentException(
                    "A body of type " + body.getClass().getName() + " cannot be written as JSON, so no call was made");
        }
    }

    /** How a request has an auth code. */
    @JsonSerialize(using = CodeText.class)
    private interface Sent {}

    private static final class CodeText extends StdSerializer<AuthCode> {
        private static final long serialVersionUID = 1L;

        CodeText() {
            super(AuthCode.class);
        }

        @Override
        public void serialize(AuthCode code, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(code.secret());
        }
    }

    /** The forms of time in the API and in our answers. With this, the jar needs no further Jackson module. */
    private static Module times() {
        return new SimpleModule("ovh-times")
                .addDeserializer(OffsetDateTime.class, new Text<>(OffsetDateTime.class, Rfc3339::dateTime))
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse))
                .addSerializer(Duration.class, ToStringSerializer.instance)
                .addSerializer(OffsetDateTime.class, ToStringSerializer.instance)
                .addSerializer(LocalDate.class, ToStringSerializer.instance);
    }

    private static final class Text<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parser;

        Text(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) throws IOException {
            try {
                return parser.apply(value);
            } catch (DateTimeException e) {
                throw context.weirdStringException(value, handledType(), "not an RFC 3339 time");
            }
        }
    }
}
