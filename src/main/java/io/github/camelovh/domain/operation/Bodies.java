// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Reads JSON from a caller's body: a record, a map, a tree, or JSON as text, bytes or stream. */
final class Bodies {

    private final ObjectMapper json;

    Bodies(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads a body that will be sent.
     *
     * @param body may be null
     * @return null for no body or an empty one
     * @throws WrongUsageException if it is text, bytes or a stream, but not JSON
     */
    JsonNode read(Object body) {
        if (body == null
                || (body instanceof CharSequence text && text.toString().isBlank())) {
            return null;
        }
        try {
            if (body instanceof CharSequence text) {
                return json.readTree(text.toString());
            }
            if (body instanceof byte[] bytes) {
                return bytes.length == 0 ? null : json.readTree(bytes);
            }
            if (body instanceof InputStream stream) {
                JsonNode read = json.readTree(stream);
                return read.isMissingNode() ? null : read;
            }
            return json.valueToTree(body);
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the body, which may contain a secret.
            throw new WrongUsageException("The body is not JSON: the error is at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + "; nothing was sent");
        } catch (IOException e) {
            throw new UncheckedIOException("The body could not be read; nothing was sent", e);
        }
    }

    /**
     * Reads a body that may contain parameters: a map, or text that begins like a JSON object.
     *
     * @param body anything
     * @return null for anything else, which is then not used
     */
    ObjectNode object(Object body) {
        if (body instanceof Map
                || body instanceof ObjectNode
                || (body instanceof CharSequence text
                        && text.toString().stripLeading().startsWith("{"))) {
            return read(body) instanceof ObjectNode object ? object.deepCopy() : null;
        }
        return null;
    }
}
