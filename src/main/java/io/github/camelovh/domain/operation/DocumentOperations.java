// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The upload of documents that tasks ask for, such as a proof of ownership. Thread-safe. */
final class DocumentOperations {

    private static final Operation CREATE = OperationCatalog.row("account:createDocument");
    private static final Operation DELETE = OperationCatalog.row("account:deleteDocument");

    private DocumentOperations() {}

    static List<CompositeOperation> of(OvhApi api) {
        return List.of(new CompositeOperation(
                "account",
                "uploadDocument",
                List.of(
                        Parameter.subject("name", "string", true),
                        Parameter.subject(CompositeInput.BODY, CompositeInput.OBJECT, false)),
                "the id of a new document with the message body (bytes, a stream, a file or a text; 20 MB at most),"
                        + " for a task's argument of type /me/document",
                in -> upload(api, in)));
    }

    private static String upload(OvhApi api, CompositeInput in) {
        String name = in.text("name").orElseThrow();
        byte[] content = content(name, in.body());
        JsonNode made =
                api.send(ApiCall.of(CREATE).withBody(Map.of("name", name))).json();
        String id = made.path("id").asText();
        try {
            api.upload(made.path("putUrl").asText(), content);
        } catch (OvhApiException e) {
            discard(api, id, e);
            throw e;
        }
        return id;
    }

    /** Deletes the document: an empty one would look like a supplied one. */
    private static void discard(OvhApi api, String id, RuntimeException because) {
        try {
            api.send(ApiCall.of(DELETE, id));
        } catch (OvhApiException e) {
            because.addSuppressed(e);
        }
    }

    private static byte[] content(String name, Object body) {
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        if (body instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw new WrongUsageException("The document \"" + name + "\" was not uploaded: "
                + (body == null
                        ? "it is empty"
                        : "its content must be the message body, as bytes, a stream, a file or a text"));
    }
}
