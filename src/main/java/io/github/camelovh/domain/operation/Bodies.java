// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.model.DomainName;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * Reads a caller's body in each of its forms: text, bytes, a stream, a reader, a file, a map, a list, JSON or a typed value. Every
 * operation reads its body by it, so that none ignores a form. Immutable.
 */
final class Bodies {

    /** The largest body, in bytes or characters: a zone of hundred thousand records, or a scan of some pages. */
    static final int LARGEST = 20_000_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ObjectMapper json;

    Bodies(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The body without the wrapping in which it came.
     *
     * @return bytes of a stream or a file, text of a text or a reader, anything else as it is; null for no body and for an empty one
     * @throws WrongUsageException if it is larger than {@link #LARGEST}
     */
    static Object opened(Object body) {
        try {
            if (body instanceof InputStream stream) {
                return bytes(stream.readNBytes(LARGEST + 1));
            }
            if (body instanceof Reader reader) {
                return text(read(reader));
            }
            if (body instanceof File || body instanceof Path) {
                Path file = body instanceof File given ? given.toPath() : (Path) body;
                try (InputStream stream = Files.newInputStream(file)) {
                    return bytes(stream.readNBytes(LARGEST + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The body could not be read; nothing was sent", e);
        }
        if (body instanceof byte[] bytes) {
            return bytes(bytes);
        }
        return body instanceof CharSequence text ? text(text.toString()) : body;
    }

    private static byte[] bytes(byte[] bytes) {
        refuseLarge(bytes.length, "bytes");
        return bytes.length == 0 ? null : bytes;
    }

    private static String text(String text) {
        refuseLarge(text.length(), "characters");
        return text.isBlank() ? null : text;
    }

    private static String read(Reader reader) throws IOException {
        char[] buffer = new char[8192];
        StringBuilder text = new StringBuilder();
        int count = reader.read(buffer);
        while (count >= 0 && text.length() <= LARGEST) {
            text.append(buffer, 0, count);
            count = reader.read(buffer);
        }
        return text.toString();
    }

    private static void refuseLarge(int size, String unit) {
        if (size > LARGEST) {
            throw new WrongUsageException("The body has more than " + LARGEST + " " + unit + "; nothing was sent");
        }
    }

    /**
     * A body that is values or plain text, not the content of a file.
     *
     * @param opened as {@link #opened} gives it
     * @return the text of bytes; an array as a list; everything else as it is, and null for what is empty
     * @throws WrongUsageException if bytes are not text in UTF-8
     */
    static Object values(Object opened) {
        if (opened instanceof byte[] bytes) {
            return text(decoded(bytes));
        }
        return opened instanceof Object[] several ? Arrays.asList(several) : opened;
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new WrongUsageException("The body is not text in UTF-8; nothing was sent");
        }
    }

    /**
     * Reads a body that will be sent as JSON.
     *
     * @param body in any form
     * @return null for no body or an empty one
     * @throws WrongUsageException if it is text, bytes or a stream, but not JSON
     */
    JsonNode read(Object body) {
        Object values = values(opened(body));
        if (values == null || values instanceof JsonNode) {
            return values instanceof JsonNode node && !node.isMissingNode() ? node : null;
        }
        if (!(values instanceof String text)) {
            return tree(values);
        }
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the body, which may contain a secret.
            throw new WrongUsageException("The body is not JSON: the error is at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + "; nothing was sent");
        }
    }

    private JsonNode tree(Object values) {
        try {
            return json.valueToTree(values);
        } catch (IllegalArgumentException e) {
            // without the cause: its message may quote the body
            throw new WrongUsageException(
                    "The body is " + named(values) + ", which has no form as JSON; nothing was sent");
        }
    }

    /**
     * Reads a body that may contain parameters: a map, or JSON that is an object.
     *
     * @param body in any form
     * @return null for anything else
     * @throws WrongUsageException if it begins like an object and is not JSON
     */
    ObjectNode object(Object body) {
        Object values = values(opened(body));
        if (values instanceof Map
                || values instanceof ObjectNode
                || (values instanceof String text && text.stripLeading().startsWith("{"))) {
            return read(values) instanceof ObjectNode object ? object.deepCopy() : null;
        }
        return null;
    }

    /**
     * A body that may contain several values.
     *
     * @param values as {@link #values} gives it
     * @return the list of a text that is a JSON array; everything else as it is
     */
    Object list(Object values) {
        return values instanceof String text && text.stripLeading().startsWith("[") ? read(text) : values;
    }

    /** {@return whether somebody may have meant it for an operation; other objects are the answers of earlier steps} */
    static boolean isInput(Object values) {
        return values instanceof String
                || values instanceof byte[]
                || values instanceof Number
                || values instanceof DomainName
                || values instanceof Map
                || values instanceof Collection
                || values instanceof JsonNode;
    }

    /** {@return what a body is, for an error; never its content, which may be secret} */
    static String named(Object values) {
        if (values instanceof String || values instanceof DomainName) {
            return "a text";
        }
        if (values instanceof Collection || (values instanceof JsonNode node && node.isArray())) {
            return "a list";
        }
        if (values instanceof Map || values instanceof JsonNode) {
            return values instanceof Map ? "a map" : "JSON";
        }
        return values instanceof Number
                ? "a number"
                : values instanceof byte[] ? "bytes" : "a " + values.getClass().getName();
    }
}
