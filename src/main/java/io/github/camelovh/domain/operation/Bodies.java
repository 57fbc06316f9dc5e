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

/** Reads JSON out of what a caller has: a record, a map, a tree, or JSON as text, bytes or stream. */
final class Bodies {

    private final ObjectMapper json;

    Bodies(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads a body that is to be sent.
     *
     * @param body may be null
     * @return null for no body or an empty one
     * @throws WrongUsageException if it is text, bytes or a stream, and no JSON
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
            // The parser's own words quote the body, which may hold a secret.
            throw new WrongUsageException(
                    "The body is no JSON from line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + " on; nothing was sent");
        } catch (IOException e) {
            throw new UncheckedIOException("The body could not be read; nothing was sent", e);
        }
    }

    /**
     * Reads a body that may hold parameters: a map, or text that begins as a JSON object does.
     *
     * @param body anything
     * @return null for all else, which is then left alone
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
