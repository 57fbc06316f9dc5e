// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.HoldsSecret;
import io.github.camelovh.domain.api.model.Money;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Converts the answers of this component, which are records, to JSON text, bytes and streams, and to maps. Stateless.
 *
 * <p>Answers of other types, such as lists of texts, are left to Camel: one fallback gets every type that no other
 * converter knows, and accepts only the records of this project.
 */
@Converter(generateLoader = true)
public final class OvhDomainConverters {

    private static final String OURS = "io.github.camelovh.domain.";
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private OvhDomainConverters() {}

    /**
     * Converts a record of this project, or a list of them.
     *
     * @param type the target type: {@code String}, {@code byte[]}, {@code InputStream} or {@code Map}
     * @param value anything
     * @return null if it is none of these, so that Camel tries other converters
     */
    @Converter(fallback = true)
    public static <T> T convert(Class<T> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (!isOurs(value)) {
            return null;
        }
        ObjectMapper json = ApiJson.mapper();
        try {
            if (type == String.class) {
                return type.cast(json.writeValueAsString(value));
            }
            if (type == byte[].class) {
                return type.cast(json.writeValueAsBytes(value));
            }
            if (type == InputStream.class) {
                return type.cast(new ByteArrayInputStream(json.writeValueAsBytes(value)));
            }
            if (type == Map.class && !(value instanceof Iterable)) {
                return type.cast(json.convertValue(value, MAP));
            }
        } catch (JsonProcessingException e) {
            throw new TypeConversionException(value, type, e);
        }
        return null;
    }

    private static boolean isOurs(Object value) {
        Object sample = value;
        if (value instanceof List<?> list && !list.isEmpty()) {
            sample = list.get(0);
        }
        if (sample instanceof DomainName || sample instanceof Money) {
            return false; // these have a readable form of their own, for a log line or a query
        }
        if (sample != null && sample.getClass().isAnnotationPresent(HoldsSecret.class)) {
            return false; // Camel converts what it logs and traces to text: that text is its own, which masks it
        }
        return sample instanceof Record && sample.getClass().getName().startsWith(OURS);
    }
}
